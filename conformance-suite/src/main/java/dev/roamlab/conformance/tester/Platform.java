package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.PlatformSetup.Document;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * One OCPI platform that the tester plays, as checks see it: its URLs and tokens, what it owns, what it was told, and how to
 * make it deviate. Thread-safe.
 */
public final class Platform {
    private final PlatformSetup setup;
    private final Addresses addresses;
    private final Evidence evidence;
    private final Tokens tokens;
    private final Samples samples;
    private final Map<String, Shelf> owned = new ConcurrentHashMap<>();
    private final Map<String, Shelf> held = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> authorizations = new ConcurrentHashMap<>();
    private final List<Script> scripts = new CopyOnWriteArrayList<>();
    private volatile boolean sendRaw;
    private volatile Optional<Relation> relation = Optional.empty();

    Platform(PlatformSetup setup, Addresses addresses, Evidence evidence, String prefix) {
        this.setup = setup;
        this.addresses = addresses;
        this.evidence = evidence;
        this.tokens = new Tokens(setup.token());
        this.samples = new Samples(setup.parties().get(0), prefix);
        if (setup.stocked()) {
            Stock.fill(this);
        }
    }

    /** Where the system under test has to begin. */
    public URI versionsUrl() {
        return addresses.versions();
    }

    /** Where the details of a version are, also of one that nobody knows. */
    public URI detailsUrl(String version) {
        return addresses.details(version);
    }

    /** Where an interface of this platform is. */
    public URI endpoint(SpecVersion version, String module, Side side) {
        return addresses.endpoint(version, module, side);
    }

    /** From now on the details give another URL for a module, with this word in it; the old one stays good. */
    public void move(String module, String word) {
        addresses.move(module, word);
    }

    /** Where its credentials endpoint is. */
    public URI credentialsUrl(SpecVersion version) {
        return addresses.credentials(version);
    }

    /** The market role that it plays. */
    public SutRole role() {
        return setup.role();
    }

    /** Its parties; the first is meant where one is needed. */
    public List<Party> parties() {
        return List.copyOf(setup.parties());
    }

    /** The first of its parties. */
    public Party party() {
        return setup.parties().get(0);
    }

    /** The credentials token that the system under test is to use. */
    public String tokenB() {
        return tokens.current();
    }

    /** A fresh one, accepted beside those before until {@link #acceptOnly}. */
    public String newTokenB() {
        return tokens.renew();
    }

    /** From now on this token, and no other but open invitations, is let in. */
    public void acceptOnly(String token) {
        tokens.acceptOnly(token);
    }

    /** Lets this token in as well. */
    public void alsoAccept(String token) {
        tokens.alsoAccept(token);
    }

    /** Lets nobody in but open invitations. */
    public void acceptNone() {
        tokens.acceptNone();
    }

    /** Whether a token that is not encoded in Base64 opens the door too; no, unless a check asks for it. */
    public void allowRawTokens(boolean allowed) {
        tokens.allowRaw(allowed);
    }

    /** A TOKEN_A with which the system under test can register with this platform, once. */
    public String invite() {
        return tokens.invite();
    }

    /** The registration, when there is one. */
    public Optional<Relation> relation() {
        return relation;
    }

    /** The token for calls of the system under test. */
    public Optional<String> tokenC() {
        return relation.map(Relation::token);
    }

    /** A registration exists from now on. */
    public void related(Relation to) {
        relation = Optional.of(to);
    }

    /** There is none any more; the system under test is not let in. */
    public void unrelated() {
        relation = Optional.empty();
        tokens.acceptNone();
    }

    /** The object for POST and PUT credentials. */
    public ObjectNode credentials(SpecVersion version, String token) {
        ObjectNode credentials = JsonNodeFactory.instance
                .objectNode()
                .put("token", token)
                .put("url", versionsUrl().toString());
        if (version == SpecVersion.V2_3_0) {
            setup.hub().ifPresent(hub -> credentials.put("hub_party_id", hub.countryCode() + hub.partyId()));
        }
        var roles = credentials.putArray("roles");
        for (Party party : setup.parties()) {
            ObjectNode entry = roles.addObject().put("role", role().name());
            entry.putObject("business_details").put("name", "Conformance tester " + party);
            entry.put("party_id", party.partyId()).put("country_code", party.countryCode());
        }
        return setup.with(Document.CREDENTIALS, credentials);
    }

    /** How this platform calls versions and credentials of the system under test. Needs a registration. */
    public Manners manners() {
        return manners(tokenC().orElseThrow(() -> new IllegalStateException(
                "the platform " + versionsUrl() + " is not registered: Enrolment.register comes first")));
    }

    /** The same with another token. */
    public Manners manners(String token) {
        return sendRaw ? Manners.withRaw(token) : Manners.with(token);
    }

    /** Sends tokens as they are, for a system whose operator says that it decodes none; a deviation of its own. */
    public void sendRawTokens(boolean raw) {
        sendRaw = raw;
    }

    /** How it calls functional modules: with routing headers to the first party of the role under test. */
    public Manners routedManners() {
        return relation.flatMap(is -> is.party(role().counterpart().name()))
                .map(theirs -> manners().routed(party(), theirs))
                .orElseGet(this::manners);
    }

    /** What this platform is the Sender of: {@code tokens}, or {@code locations}, {@code tariffs}, {@code sessions}, {@code cdrs}. */
    public Shelf owned(String module) {
        return owned.computeIfAbsent(module, name -> new Shelf(idField(name)));
    }

    /**
     * What the system under test pushed here. Keys are {@code NL/ABC/id}; tokens have {@code /type} behind it; CDRs the last
     * segment of their Location.
     */
    public Shelf held(String module) {
        return held.computeIfAbsent(module, name -> new Shelf(idField(name)));
    }

    private static String idField(String module) {
        return module.equals("tokens") ? "uid" : "id";
    }

    /** What real-time authorization answers for a token; without it, whatever the token is worth. */
    public void authorize(String tokenUid, JsonNode authorizationInfo) {
        authorizations.put(tokenUid, authorizationInfo);
    }

    Optional<JsonNode> authorization(String tokenUid) {
        return Optional.ofNullable(authorizations.get(tokenUid));
    }

    /** Objects under this platform's first party. */
    public Samples samples() {
        return samples;
    }

    /** Watches, or changes, the answers to the requests for which the condition holds, until it is closed. */
    public Script script(Predicate<Incoming> when) {
        Script script = new Script(when, scripts::remove);
        scripts.add(0, script);
        return script;
    }

    Optional<Script> scriptFor(Incoming incoming) {
        return scripts.stream().filter(script -> script.takes(incoming)).findFirst();
    }

    /** Waits for a request of the system under test to this platform, answered since the beginning of the run. */
    public Optional<WireExchange> await(Predicate<WireExchange> condition, Duration atMost) {
        return await(0, condition, atMost);
    }

    /** As {@link #await(Predicate, Duration)}, from a mark of the evidence on. */
    public Optional<WireExchange> await(int since, Predicate<WireExchange> condition, Duration atMost) {
        return evidence.await(since, exchange -> isHere(exchange) && condition.test(exchange), atMost);
    }

    /** The requests of the system under test to this platform so far. */
    public List<WireExchange> received(Predicate<WireExchange> condition) {
        return evidence.received(exchange -> isHere(exchange) && condition.test(exchange));
    }

    private boolean isHere(WireExchange exchange) {
        return exchange.fromSut() && addresses.covers(exchange.uri());
    }

    /** A fresh address for the result of a command, in the version registered. */
    public ResponseUrl expectCommandResult() {
        return expectCommandResult(relation.map(Relation::version).orElse(SpecVersion.V2_2_1));
    }

    /** A fresh address for the result of a command. */
    public ResponseUrl expectCommandResult(SpecVersion version) {
        return new ResponseUrl(
                this, addresses.callback(version, UUID.randomUUID().toString()));
    }

    /** A fresh address for the result of a command, with this query. */
    public ResponseUrl expectCommandResult(SpecVersion version, String query) {
        URI url = addresses.callback(version, UUID.randomUUID().toString());
        return new ResponseUrl(this, URI.create(url + "?" + query));
    }

    boolean covers(URI uri) {
        return addresses.covers(uri);
    }

    Optional<Target> target(URI uri) {
        return addresses.target(uri);
    }

    PlatformSetup setup() {
        return setup;
    }

    Tokens tokens() {
        return tokens;
    }
}
