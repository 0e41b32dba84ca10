package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of the process. */
final class KillTest {

    private static final int ENOUGH = 20_000;

    @TempDir
    Path folder;

    @Test
    void no_acknowledged_write_is_missing_after_a_kill_and_the_store_opens_at_once() throws Exception {
        for (int round = 1; round <= 2; round++) {
            Map<String, Integer> acknowledged = writeUntilKilled(round);

            assertThat(acknowledged.size()).isGreaterThan(KillVictim.KEYS / 2);
            assertThat(missing(acknowledged, "round" + round)).isEmpty();
        }
    }

    private Map<String, Integer> writeUntilKilled(int round) throws Exception {
        Process victim = ChildJvm.start(KillVictim.class, folder.toString(), "round" + round);
        var acknowledged = new HashMap<String, Integer>();
        try (BufferedReader output = victim.inputReader()) {
            int lines = 0;
            // Lines already in the pipe when it dies are acknowledged as well, so read on to the end.
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] keyAndValue = line.split(" ", -1);
                if (keyAndValue.length == 3) { // the third marks a line that was not cut short
                    acknowledged.merge(keyAndValue[0], Integer.parseInt(keyAndValue[1]), Math::max);
                }
                if (++lines == ENOUGH) {
                    victim.toHandle().destroyForcibly(); // SIGKILL; unlike that of Process it leaves the pipe readable
                }
            }
        }
        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    /** The keys whose stored number is older than the last acknowledged one. */
    private Map<String, Integer> missing(Map<String, Integer> acknowledged, String collectionName) throws Exception {
        Vertx vertx = Vertx.vertx();
        Store store = StoreContract.await(Stores.open(vertx, new StoreLocation.Folder(folder)));
        StoreCollection collection = StoreContract.await(store.collection(collectionName));
        var missing = new HashMap<>(acknowledged);
        Page all = StoreContract.await(collection.page(PageQuery.at(Filter.ALL, 0, Integer.MAX_VALUE)));
        for (Stored stored : all.items()) {
            missing.computeIfPresent(
                    stored.key(), (key, number) -> Integer.parseInt(stored.json()) >= number ? null : number);
        }
        StoreContract.await(store.close());
        StoreContract.await(vertx.close());
        return missing;
    }
}
