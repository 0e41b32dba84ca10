package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Published;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.Relation;
import dev.roamlab.conformance.tester.Tester;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a check works with. Its methods that call or wait block the check's thread; those that find the road closed end the check
 * ({@link Stop}, a trigger that cannot be pulled, a system that does not answer), and what is undecided then ends with the reason.
 */
public final class Probe {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Scene scene;
    private final Ledger ledger;
    private final String check;
    private final Set<String> proves;

    /** One whose findings count at once. */
    public Probe(Scene scene, String check, Set<String> proves) {
        this(scene, scene.ledger(), check, proves);
    }

    /**
     * @param ledger gets what the check finds out
     * @param check the name in reports: {@code tokens.TokensReceiverCheck.put_of_a_new_token}
     * @param proves the ids that the check may speak about
     */
    public Probe(Scene scene, Ledger ledger, String check, Set<String> proves) {
        this.scene = scene;
        this.ledger = ledger;
        this.check = check;
        this.proves = Set.copyOf(proves);
    }

    /**
     * To state findings about a requirement.
     *
     * @throws IllegalArgumentException when the check did not declare that it proves it
     */
    public Claim claim(String requirement) {
        if (!proves.contains(requirement)) {
            throw new IllegalArgumentException(check + " speaks about " + requirement + " but proves only " + proves);
        }
        return new Claim(ledger, requirement, check, Optional.empty(), List.of());
    }

    /** Whether the check may speak about this requirement. */
    public boolean proves(String requirement) {
        return proves.contains(requirement);
    }

    /** The version under test. */
    public SpecVersion version() {
        return scene.version();
    }

    /** Whether the version under test is this one. */
    public boolean is(SpecVersion version) {
        return scene.version() == version;
    }

    /** What the operator told about the system under test. */
    public Sut sut() {
        return scene.sut();
    }

    /** The role of the system under test. */
    public SutRole role() {
        return scene.sut().role();
    }

    /** What the system under test publishes. */
    public Published published() {
        return scene.published();
    }

    /** A prefix of this run, for ids of our making. */
    public String runId() {
        return scene.runId();
    }

    /** Whether the system under test publishes the interface in this version. */
    public boolean offers(String module, Side side) {
        return scene.published().endpoint(scene.version(), module, side).isPresent();
    }

    /**
     * The URL of an interface of the system under test.
     *
     * @throws Stop when it is not published: what is undecided is not applicable
     */
    public URI endpoint(String module, Side side) {
        return scene.published()
                .endpoint(scene.version(), module, side)
                .orElseThrow(() -> new Stop(
                        Stop.As.NOT_APPLICABLE, "the version details list no " + module + " with role " + side));
    }

    /** The URL of the credentials endpoint of the system under test. */
    public URI credentialsEndpoint() {
        return scene.published()
                .credentials(scene.version())
                .orElseThrow(() -> new Stop(Stop.As.SKIPPED, "the version details list no credentials endpoint"));
    }

    /** The last credentials that the system under test showed; a missing node when there are none. */
    public JsonNode credentials() {
        return scene.credentials();
    }

    /**
     * The party of the system under test in the role under test, the first of several.
     *
     * @throws Stop when its credentials do not name one
     */
    public Party party() {
        return scene.sutParty()
                .orElseThrow(() -> new Stop(
                        Stop.As.SKIPPED,
                        "the credentials of the system name no role "
                                + scene.sut().role()));
    }

    /** The parties of the system under test in the role under test. */
    public List<Party> parties() {
        return scene.sutParties();
    }

    /** The party that we play. */
    public Party us() {
        return scene.main().parties().get(0);
    }

    /** The platform that the system under test is registered with. */
    public Platform platform() {
        return scene.main();
    }

    /**
     * The registration of the run.
     *
     * @throws Stop when there is none (any more): what is undecided is skipped
     */
    public Relation relation() {
        return scene.main().relation().orElseThrow(() -> skip("the registration of the run has been lost"));
    }

    /** Our side as a whole, for further platforms. */
    public Tester tester() {
        return scene.tester();
    }

    /** A GET, correct in all that you do not change. */
    public Call get(URI uri) {
        return call("GET", uri);
    }

    /** A PUT of a document. */
    public Call put(URI uri, JsonNode body) {
        return call("PUT", uri).body(body);
    }

    /** A PATCH with a document. */
    public Call patch(URI uri, JsonNode body) {
        return call("PATCH", uri).body(body);
    }

    /** A POST of a document. */
    public Call post(URI uri, JsonNode body) {
        return call("POST", uri).body(body);
    }

    /** A DELETE. */
    public Call delete(URI uri) {
        return call("DELETE", uri);
    }

    /** A call with any method. */
    public Call call(String method, URI uri) {
        return callAs(scene.main(), method, uri);
    }

    /** A call by another platform of ours, with its token and routing headers. */
    public Call callAs(Platform caller, String method, URI uri) {
        requireWritable(method, uri);
        return new Call(
                scene.caller(),
                method,
                uri,
                scene.headers(uri, caller),
                scene.sut().timings().request());
    }

    private void requireWritable(String method, URI uri) {
        Set<String> untouchable = scene.sut().limits().untouchable();
        scene.tester()
                .map()
                .targetOf(uri)
                .filter(target -> !method.equals("GET") && untouchable.contains(target.module()))
                .ifPresent(target -> {
                    throw inconclusive("the SUT file forbids to write to " + target.module());
                });
    }

    /** Whether the whole list of a module was read; read once per version, and shared. */
    public Crawl crawl(String module) {
        URI url = endpoint(module, Side.SENDER);
        return scene.once("crawl " + module, name -> crawl(list(module, url)));
    }

    /** Reads a list from this first page on. */
    public Crawl crawl(Call first) {
        return Crawler.crawl(first.send(), next -> get(next).send());
    }

    /** The URL of the next page, if the answer's Link header has one. */
    public Optional<URI> next(WireExchange page) {
        return Crawler.next(page);
    }

    /** A GET of a module's list; for sessions with the date_from that is obligatory there. */
    public Call list(String module) {
        return list(module, endpoint(module, Side.SENDER));
    }

    private Call list(String module, URI url) {
        Call call = get(url);
        return module.equals("sessions") ? call.query("date_from", "2000-01-01T00:00:00Z") : call;
    }

    /** Finds something costly out once per version; later calls under the same name get what the first one found. */
    public <T> T once(String name, Supplier<T> find) {
        return scene.once(name, ignored -> find.get());
    }

    /** All that has crossed the wire in this run. */
    public Evidence evidence() {
        return scene.evidence();
    }

    /** The OCPI objects that the system under test wrote. */
    public Seen seen() {
        return new Seen(scene.evidence(), scene.version());
    }

    /**
     * Pulls a trigger.
     *
     * @throws dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable when it cannot be pulled: what is undecided is
     *     inconclusive
     */
    public JsonNode trigger(String name, Map<String, ?> params) {
        if (name.equals("pull") || name.equals("fetch")) {
            pulled().add(Instant.now());
        }
        JsonNode facts = scene.triggers().pull(name, params);
        scene.once(done(name), ignored -> true);
        return facts;
    }

    /** Whether some check of this version has pulled the trigger, and it was done. */
    public boolean hasTriggered(String name) {
        return scene.remembered().containsKey(done(name));
    }

    private static String done(String trigger) {
        return "done: " + trigger;
    }

    /** When the operator was asked to let the system fetch something. */
    public List<Instant> pulls() {
        return List.copyOf(pulled());
    }

    private List<Instant> pulled() {
        return scene.once("moments of pulls", name -> new CopyOnWriteArrayList<>());
    }

    /** Whether there is a way to pull this trigger. */
    public boolean canTrigger(String name) {
        return scene.triggers().has(name);
    }

    /**
     * A connector at which a charge can start, of one's own until closed.
     *
     * @throws Stop when the SUT file names none: what is undecided is inconclusive
     */
    public Place takePlace() {
        return takePlace(any -> true);
    }

    /**
     * As {@link #takePlace()}, where not every connector will do.
     *
     * @throws Stop when the SUT file names none that fits: what is undecided is inconclusive
     */
    public Place takePlace(Predicate<Startable> fitting) {
        return scene.places()
                .take(scene.sut().timings().session(), fitting)
                .orElseThrow(() -> inconclusive("the SUT file names no (free) connector under known.startable"));
    }

    /** Repeats a look for as long as a push may need to be visible. */
    public boolean eventually(BooleanSupplier look) {
        return eventually(scene.sut().timings().readBack(), look);
    }

    /** Repeats a look until it succeeds or the time is over; looks at least once. */
    public boolean eventually(Duration atMost, BooleanSupplier look) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!look.getAsBoolean()) {
            if (System.nanoTime() > deadline || scene.caller().isAway()) {
                return false;
            }
            rest(POLL);
        }
        return true;
    }

    /** Repeats a GET for as long as a push may need to be visible; the last answer, whether it fits or not. */
    public WireExchange readBack(Supplier<Call> get, Predicate<WireExchange> fits) {
        WireExchange[] last = new WireExchange[1];
        eventually(() -> {
            last[0] = get.get().send();
            return fits.test(last[0]);
        });
        return last[0];
    }

    /** Waits for a request of the system under test, from a mark in the evidence on. */
    public Optional<WireExchange> await(int since, Predicate<WireExchange> condition, Duration atMost) {
        return scene.evidence().await(since, exchange -> exchange.fromSut() && condition.test(exchange), atMost);
    }

    /** Ends the check: what is undecided is skipped, for this reason, which names the prerequisite. */
    public Stop skip(String reason) {
        return new Stop(Stop.As.SKIPPED, reason);
    }

    /** Ends the check when thrown: what is undecided is inconclusive, for this reason. */
    public Stop inconclusive(String reason) {
        return new Stop(Stop.As.INCONCLUSIVE, reason);
    }

    private static void rest(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stop(Stop.As.INCONCLUSIVE, "the run was interrupted");
        }
    }
}
