package dev.roamlab.node.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Commits the writes of all callers in groups: one thread takes whatever has queued up, makes one transaction of it and
 * then answers everybody. While one group is being committed the next one gathers, so the more callers there are, the
 * less each pays for the commit.
 */
final class GroupWriter {

    private static final int MAX_GROUP = 2_000; // bounds how long the first of a group waits for the last

    private final Database database;
    private final DataSource connections;
    private final Threads thread;
    private final Queue<Job> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<OpenCollection> doubtful = new HashSet<>(); // index and database may differ

    private record Job(List<Write> writes, Threads.Answer<List<Change>> answer) {}

    /** What became of a job in memory, before the commit. */
    private record Played(Job job, List<Change> changes, Optional<Throwable> failure) {}

    GroupWriter(Vertx vertx, Database database, DataSource connections) {
        this.database = database;
        this.connections = connections;
        this.thread = new Threads(vertx, "store-writer", 1);
    }

    /** Queues writes that belong together; the future succeeds when they are durable. */
    Future<List<Change>> write(List<Write> writes) {
        Threads.Answer<List<Change>> answer = thread.answer();
        queue.add(new Job(writes, answer));
        if (waiting.getAndIncrement() == 0 && !thread.execute(this::drain)) {
            answer.fail(new StoreException("store " + database.place() + ": it has been closed"));
        }
        return answer.promise().future();
    }

    /** Waits for what is queued. Blocks. */
    void close() {
        thread.close();
    }

    private void drain() {
        int done;
        do {
            List<Job> group = nextGroup();
            if (!group.isEmpty()) { // empty when the last group took a job before its caller had counted it
                commit(group);
            }
            done = group.size();
        } while (waiting.addAndGet(-done) > 0);
    }

    private List<Job> nextGroup() {
        var group = new ArrayList<Job>();
        int writes = 0;
        while (writes < MAX_GROUP) {
            Job job = queue.poll();
            if (job == null) {
                break;
            }
            group.add(job);
            writes += job.writes().size();
        }
        return group;
    }

    private void commit(List<Job> group) {
        try {
            transact(group);
        } catch (SQLException failure) {
            boolean disconnected = database.isDisconnect(failure);
            if (disconnected) {
                // Nobody knows whether the last commit arrived.
                group.forEach(job -> job.writes().forEach(write -> doubtful.add((OpenCollection) write.collection())));
            }
            if (disconnected || group.size() == 1) {
                group.forEach(job -> job.answer().fail(database.failure(failure)));
            } else {
                // One job's data is not to the database's liking: find it, and spare the others.
                group.forEach(job -> commit(List.of(job)));
            }
        } catch (RuntimeException | Error failure) {
            group.forEach(job -> job.answer().fail(failure));
        }
    }

    private void transact(List<Job> group) throws SQLException {
        var work = new UnitOfWork();
        List<Played> played;
        try (Connection connection = Transaction.begin(connections)) {
            reindex(connection);
            load(connection, group, work);
            played = group.stream().map(job -> play(job, work)).toList();
            ObjectTable.save(connection, work.dirty());
            connection.commit();
        }
        work.publish();
        played.forEach(GroupWriter::answer);
    }

    private void reindex(Connection connection) throws SQLException {
        for (OpenCollection collection : List.copyOf(doubtful)) {
            database.claim(collection.name());
            collection.reindex(ObjectTable.index(connection, collection.id()));
            doubtful.remove(collection);
        }
    }

    private static void load(Connection connection, List<Job> group, UnitOfWork work) throws SQLException {
        Map<OpenCollection, Set<String>> keys = new LinkedHashMap<>();
        for (Job job : group) {
            for (Write write : job.writes()) {
                keys.computeIfAbsent((OpenCollection) write.collection(), none -> new LinkedHashSet<>())
                        .add(write.key());
            }
        }
        for (var wanted : keys.entrySet()) {
            OpenCollection collection = wanted.getKey();
            ObjectTable.byKeys(connection, collection.id(), wanted.getValue())
                    .forEach(stored -> work.found(collection, stored));
        }
    }

    private static Played play(Job job, UnitOfWork work) {
        try {
            return new Played(job, work.play(job.writes()), Optional.empty());
        } catch (RuntimeException | StackOverflowError failure) {
            return new Played(job, List.of(), Optional.of(failure));
        }
    }

    private static void answer(Played played) {
        Threads.Answer<List<Change>> answer = played.job().answer();
        played.failure().ifPresentOrElse(answer::fail, () -> answer.succeed(played.changes()));
    }
}
