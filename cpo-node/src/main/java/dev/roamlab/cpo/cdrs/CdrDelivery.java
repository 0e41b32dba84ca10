package dev.roamlab.cpo.cdrs;

import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.node.store.Write;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.partner.Partner;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each CDR to its eMSP exactly once, in order. What is due is stored before the first attempt, so it survives a
 * restart. An attempt without a clear answer is repeated with the same CDR, after a pause that grows; a refusal stops it and
 * waits for somebody to look. Used on the node's event loop only. Spec: mod_cdrs_post_method.
 */
public final class CdrDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(CdrDelivery.class);
    private static final int MOST = 1_000_000;

    private final ObjectCollection<Cdr> cdrs;
    private final ObjectCollection<CdrDue> dues;
    private final Audience audience;
    private final LabClock clock;
    private final Duration pause;
    private final Duration longestPause;
    private final Map<String, CdrDue> all = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new HashMap<>();

    private CdrDelivery(
            ObjectCollection<Cdr> cdrs,
            ObjectCollection<CdrDue> dues,
            Audience audience,
            LabClock clock,
            Duration pause,
            Duration longestPause) {
        this.cdrs = cdrs;
        this.dues = dues;
        this.audience = audience;
        this.clock = clock;
        this.pause = pause;
        this.longestPause = longestPause;
    }

    /** The CDRs due to one eMSP; the head is under way. */
    private static final class Queue {
        private final ArrayDeque<CdrDue> waiting = new ArrayDeque<>();
        private boolean busy;
    }

    /**
     * Loads what is due; {@link #resume} goes on with it.
     *
     * @param pause before the first repetition; doubles up to the longest
     */
    public static Future<CdrDelivery> open(
            Platform platform, Audience audience, LabClock clock, Duration pause, Duration longestPause) {
        var cdrs = platform.collection("cdrs", Cdr.class);
        var dues = platform.collection("cdr-dues", CdrDue.class);
        return Future.all(cdrs, dues)
                .map(opened -> new CdrDelivery(cdrs.result(), dues.result(), audience, clock, pause, longestPause))
                .compose(delivery -> delivery.dues
                        .first(MOST, "")
                        .onSuccess(known -> known.forEach(
                                due -> delivery.all.put(due.value().cdrId(), due.value())))
                        .map(delivery));
    }

    /** Serves each eMSP its own CDRs. Spec: mod_cdrs_cpo_interface. */
    public void serve(Platform platform) {
        platform.serveList(
                Cdrs.LIST, ListEndpoint.toEachItsOwn(cdrs, platform.settings().pageLimit()));
    }

    /** Takes up what was due before a restart. */
    public void resume() {
        all.values().stream().filter(due -> due.state() == CdrDue.State.WAITING).forEach(this::enqueue);
    }

    /** The partner's credentials are new: what waits for it is tried at once. */
    public void retry(Partner partner) {
        Queue queue = queues.get(partner.id());
        if (queue != null) {
            wake(partner.id(), queue);
        }
    }

    /** A partner has left: what was on its way to it waits. */
    public void forget(Partner partner) {
        Queue queue = queues.get(partner.id());
        if (queue != null) {
            queue.busy = false;
        }
    }

    /** What has to be written together with the end of the session. */
    public List<Write> writes(Document<Cdr> cdr, CdrDue due) {
        Entry bill =
                new Entry(Keys.fold(due.cdrId()), due.partnerId(), cdr.value().lastUpdated(), cdr.text());
        return List.of(Write.put(cdrs.raw(), bill), Write.put(dues.raw(), entry(due)));
    }

    /** Sends a CDR that has been stored. */
    public void deliver(CdrDue due) {
        all.put(due.cdrId(), due);
        enqueue(due);
    }

    /** All CDRs and what became of them, oldest first. */
    public List<CdrDue> deliveries() {
        return List.copyOf(all.values());
    }

    /** How many are not where they belong yet. */
    public int waiting() {
        return queues.values().stream().mapToInt(queue -> queue.waiting.size()).sum();
    }

    /** The stored CDRs. */
    public ObjectCollection<Cdr> cdrs() {
        return cdrs;
    }

    private void enqueue(CdrDue due) {
        Queue queue = queues.computeIfAbsent(due.partnerId(), id -> new Queue());
        queue.waiting.add(due);
        wake(due.partnerId(), queue);
    }

    private void wake(String partnerId, Queue queue) {
        CdrDue head = queue.waiting.peek();
        if (head == null || queue.busy) {
            return;
        }
        queue.busy = true;
        audience.deliver(
                partnerId,
                "CDR " + head.cdrId(),
                client -> attempt(client, head)
                        .transform(
                                sent -> settle(queue, sent.succeeded() ? sent.result() : failed(head, sent.cause()))));
    }

    private Future<CdrDue> attempt(PartnerClient client, CdrDue due) {
        if (!client.offers(Cdrs.POST)) {
            return Future.succeededFuture(
                    due.copy().state(CdrDue.State.LEFT_TO_PULL).build());
        }
        return cdrs.find(Keys.fold(due.cdrId()))
                .compose(cdr -> client.call(Cdrs.POST, Map.of(), "", cdr.orElseThrow()))
                .map(reply -> delivered(due, reply));
    }

    private static CdrDue delivered(CdrDue due, Reply reply) {
        return due.copy()
                .state(CdrDue.State.DELIVERED)
                .attempts(due.attempts() + 1)
                .location(reply.header("Location"))
                .problem(Optional.empty())
                .build();
    }

    /** Only a clear refusal ends it: an answer that is not OCPI may come from something in between. */
    private static CdrDue failed(CdrDue due, Throwable failure) {
        boolean refused = failure instanceof PartnerException refusal
                && !refusal.mayPass()
                && refusal.kind() != PartnerException.Kind.NOT_OCPI
                && refusal.kind() != PartnerException.Kind.NOT_OFFERED;
        return due.copy()
                .state(refused ? CdrDue.State.REFUSED : CdrDue.State.WAITING)
                .attempts(due.attempts() + 1)
                .problem(Optional.of(String.valueOf(failure.getMessage())))
                .build();
    }

    private Future<Void> settle(Queue queue, CdrDue after) {
        CdrDue now = after.copy().lastUpdated(clock.instant()).build();
        all.put(now.cdrId(), now);
        return dues.put(Keys.fold(now.cdrId()), "", now.lastUpdated(), Document.of(now))
                .<Void>mapEmpty()
                .onComplete(saved -> next(queue, now));
    }

    private void next(Queue queue, CdrDue now) {
        queue.waiting.remove();
        queue.busy = false;
        if (now.state() != CdrDue.State.WAITING) {
            if (now.state() == CdrDue.State.REFUSED) {
                LOG.warn(
                        "CDR {} was refused and needs attention: {}",
                        now.cdrId(),
                        now.problem().orElse(""));
            }
            wake(now.partnerId(), queue);
            return;
        }
        queue.waiting.addFirst(now);
        Duration wait = pauseAfter(now.attempts());
        LOG.warn(
                "CDR {} is tried again in {}: {}",
                now.cdrId(),
                wait,
                now.problem().orElse(""));
        clock.schedule(wait, () -> wake(now.partnerId(), queue));
    }

    private Duration pauseAfter(int attempts) {
        Duration wait = pause.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(longestPause) > 0 ? longestPause : wait;
    }

    private static Entry entry(CdrDue due) {
        return new Entry(
                Keys.fold(due.cdrId()), "", due.lastUpdated(), Document.of(due).text());
    }
}
