package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.cdrs.CdrDelivery;
import dev.roamlab.cpo.cdrs.CdrDue;
import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.node.store.Write;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All sessions under way, each stored with every change. What is over leaves with its bill, in one batch. Used on the node's
 * event loop only.
 */
public final class Charges {
    private static final int MOST = 1_000_000;

    private final Platform platform;
    private final LabClock clock;
    private final Ids ids;
    private final ObjectCollection<Charge> stored;
    private final ObjectCollection<Session> sessions;
    private final ObjectCollection<FinishedTransaction> finished;
    private final CdrDelivery cdrs;
    private final SessionFeed feed;
    private final SessionView view;
    private final Pricing pricing;
    private final Map<String, Charge> open = new LinkedHashMap<>();
    private final Map<String, Set<String>> idsByStation = new HashMap<>();

    private Charges(
            Platform platform,
            LabClock clock,
            Collections collections,
            CdrDelivery cdrs,
            Audience audience,
            Pricing pricing,
            Duration periodsEvery) {
        this.platform = platform;
        this.clock = clock;
        this.ids = platform.lab().ids();
        this.stored = collections.charges();
        this.sessions = collections.sessions();
        this.finished = collections.finished();
        this.cdrs = cdrs;
        this.feed = new SessionFeed(audience);
        this.view = new SessionView(pricing, periodsEvery);
        this.pricing = pricing;
    }

    /** Where it is all kept. */
    private record Collections(
            ObjectCollection<Charge> charges,
            ObjectCollection<Session> sessions,
            ObjectCollection<FinishedTransaction> finished) {}

    /** Goes on with what was under way before. */
    public static Future<Charges> open(
            Platform platform,
            LabClock clock,
            CdrDelivery cdrs,
            Audience audience,
            Pricing pricing,
            Duration periodsEvery) {
        var charges = platform.collection("charges", Charge.class);
        var sessions = platform.collection("sessions", Session.class);
        var finished = platform.collection("transactions", FinishedTransaction.class);
        return Future.all(charges, sessions, finished)
                .map(opened -> new Charges(
                        platform,
                        clock,
                        new Collections(charges.result(), sessions.result(), finished.result()),
                        cdrs,
                        audience,
                        pricing,
                        periodsEvery))
                .compose(Charges::load);
    }

    private Future<Charges> load() {
        return stored.first(MOST, "")
                .onSuccess(all -> all.forEach(charge -> remember(charge.value())))
                .map(this);
    }

    /** The sessions under way, oldest first. */
    public List<Charge> all() {
        return List.copyOf(open.values());
    }

    /** A session under way at a station that fits. */
    public Optional<Charge> find(String stationId, Predicate<Charge> fits) {
        return idsByStation.getOrDefault(stationId, Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(open.get(id)).stream())
                .filter(fits)
                .findFirst();
    }

    /** A session under way by its id, in any spelling. */
    public Optional<Charge> find(String sessionId) {
        return Optional.ofNullable(open.get(Keys.fold(sessionId)));
    }

    /** All sessions, to be listed. */
    public ObjectCollection<Session> sessions() {
        return sessions;
    }

    /** The transaction with an origin that is over; redelivered messages may still speak of it. */
    Future<Boolean> isFinished(String origin) {
        return finished.find(Keys.fold(origin)).map(Optional::isPresent);
    }

    Pricing pricing() {
        return pricing;
    }

    String newId() {
        return ids.uuid();
    }

    /** Keeps a change that nobody else need know yet. */
    public Future<Charge> keep(Charge charge) {
        remember(charge);
        return batch(List.of(put(stored, charge.sessionId(), "", charge.lastUpdated(), Document.of(charge))))
                .map(charge);
    }

    /** Keeps a change and tells the eMSP, with everything that was used up to the last reading. */
    public Future<Charge> tell(Charge changed) {
        Charge charge = view.updated(changed.copy().lastUpdated(clock.instant()).build());
        Document<Session> session = view.of(charge, Optional.empty());
        if (feed.isOldNews(session)) {
            // A younger last_updated without a change would bring the session into every delta pull.
            return keep(charge);
        }
        remember(charge);
        return batch(List.of(
                        put(stored, charge.sessionId(), "", charge.lastUpdated(), Document.of(charge)),
                        put(sessions, charge.sessionId(), charge.partnerId(), charge.lastUpdated(), session)))
                .onSuccess(saved -> feed.tell(charge.partnerId(), session))
                .map(charge);
    }

    /**
     * Ends a session: it is completed, billed, and its bill noted as due, all or nothing. A session that nobody can be billed
     * for stays INVALID and gets no bill; neither does a reservation that cost nothing.
     */
    public Future<Void> finish(Charge last, Instant end) {
        Instant now = clock.instant();
        boolean billable = last.status() != SessionStatus.INVALID;
        Charge charge = view.updated(last.copy()
                .status(billable ? SessionStatus.COMPLETED : SessionStatus.INVALID)
                .lastUpdated(now)
                .build());
        Document<Session> session = view.of(charge, Optional.of(end));
        Optional<Document<Cdr>> cdr = billable ? bill(last, charge, end, now) : Optional.empty();
        Optional<CdrDue> due = cdr.map(bill -> CdrDue.of(bill.value(), charge.partnerId(), now));
        List<Write> writes = new ArrayList<>();
        writes.add(put(sessions, charge.sessionId(), charge.partnerId(), now, session));
        writes.add(Write.remove(stored.raw(), Keys.fold(charge.sessionId())));
        FinishedTransaction over = new FinishedTransaction(charge.origin(), charge.sessionId(), now);
        writes.add(put(finished, charge.origin(), "", now, Document.of(over)));
        cdr.ifPresent(bill -> writes.addAll(cdrs.writes(bill, due.orElseThrow())));
        forget(last); // at once, so that an end that is told twice ends it once
        return batch(writes).onFailure(lost -> remember(last)).onSuccess(saved -> {
            feed.tell(charge.partnerId(), session);
            due.ifPresent(cdrs::deliver);
        });
    }

    private void remember(Charge charge) {
        String id = Keys.fold(charge.sessionId());
        open.put(id, charge);
        idsByStation
                .computeIfAbsent(charge.place().post().stationId(), station -> new LinkedHashSet<>(1))
                .add(id);
    }

    private void forget(Charge charge) {
        String id = Keys.fold(charge.sessionId());
        open.remove(id);
        idsByStation.computeIfPresent(charge.place().post().stationId(), (station, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    private Optional<Document<Cdr>> bill(Charge before, Charge charge, Instant end, Instant now) {
        Cdr cdr = new CdrMaker(pricing).make(charge, ids.uuid(), end, now);
        boolean onlyReserved = before.status() == SessionStatus.RESERVATION;
        return onlyReserved && cdr.totalCost().beforeTaxes().signum() == 0
                ? Optional.empty()
                : Optional.of(Document.of(cdr));
    }

    private Future<Void> batch(List<Write> writes) {
        return clock.holding("sessions", platform.store().batch(writes)).mapEmpty();
    }

    private static <T extends Record> Write put(
            ObjectCollection<T> collection, String id, String scope, Instant lastUpdated, Document<T> object) {
        return Write.put(collection.raw(), new Entry(Keys.fold(id), scope, lastUpdated, object.text()));
    }
}
