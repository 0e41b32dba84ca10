package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.Charge.Authorized;
import dev.roamlab.conformance.wire.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The charges at a platform that plays a CPO. Thread-safe; {@code start} blocks until the system under test was told. */
public final class LivingCharges {
    private static final ObjectNode FREE = JsonNodeFactory.instance.objectNode().put("currency", "EUR");

    private final Platform platform;
    private final Push push;
    private final Map<String, LivingCharge> bySession = new ConcurrentHashMap<>();

    LivingCharges(Platform platform, Caller caller) {
        this.platform = platform;
        this.push = new Push(platform, caller);
    }

    /** A card was held at a station and authorized in real time: a charge starts now at any free connector. */
    public LivingCharge start(ObjectNode token, Optional<String> authorizationReference) {
        Spot spot = anyFree().orElseThrow(() -> new IllegalStateException("every EVSE of the tester is in use"));
        return start(token, spot, "AUTH_REQUEST", authorizationReference, Instant.now());
    }

    /**
     * A charge starts at this connector; it may have started earlier than now.
     *
     * @param token a token of the system under test, as it told us
     * @param authMethod {@code AUTH_REQUEST}, {@code COMMAND} or {@code WHITELIST}
     */
    public LivingCharge start(
            ObjectNode token, Spot spot, String authMethod, Optional<String> authorizationReference, Instant started) {
        LivingCharge living = made(token, spot, authMethod, authorizationReference, started);
        living.begin();
        return living;
    }

    private LivingCharge made(
            ObjectNode token, Spot spot, String authMethod, Optional<String> authorizationReference, Instant started) {
        ObjectNode tariff = platform.owned("tariffs").get(spot.tariffId()).orElse(FREE);
        Charge charge = new Charge(
                platform.samples(), token, spot, tariff, started, new Authorized(authMethod, authorizationReference));
        Party driverOf = new Party(
                token.path("country_code").asText(), token.path("party_id").asText());
        LivingCharge living = new LivingCharge(platform, push, charge, Optional.of(driverOf));
        bySession.put(charge.id(), living);
        return living;
    }

    /** Keeps a connector for a token; the session of the reservation is told. */
    LivingCharge reserve(ObjectNode token, Spot spot, Optional<String> authorizationReference) {
        LivingCharge reserved = made(token, spot, "COMMAND", authorizationReference, Instant.now());
        reserved.reserve();
        return reserved;
    }

    /** The charge behind a session of this platform. */
    public Optional<LivingCharge> of(String sessionId) {
        return Optional.ofNullable(bySession.get(sessionId));
    }

    /** Ends and bills every charge that goes on, so that nothing of the run stays open at the system under test. Blocks. */
    public void endAll() {
        bySession.values().stream().filter(LivingCharge::isActive).forEach(charge -> {
            charge.complete();
            charge.postCdr();
        });
    }

    /** A connector by its ids; the EVSE and the connector may be left open. */
    public Optional<Spot> spot(String locationId, Optional<String> evseUid, Optional<String> connectorId) {
        return platform.owned("locations").get(locationId).flatMap(location -> inside(location, evseUid, connectorId));
    }

    /** The first connector with a tariff at which nobody charges. */
    public Optional<Spot> anyFree() {
        return platform.owned("locations").list().stream()
                .flatMap(location -> inside(location, Optional.empty(), Optional.empty()).stream())
                .filter(spot -> !spot.tariffId().isEmpty() && isFree(spot))
                .findFirst();
    }

    /** Whether nobody charges there. */
    public boolean isFree(Spot spot) {
        return spot.evse().path("status").asText().equals("AVAILABLE");
    }

    /** From now on nobody else can take the place, even before the charge there is told. */
    void occupy(Spot spot) {
        ObjectNode taken =
                JsonNodeFactory.instance.objectNode().put("status", "CHARGING").put("last_updated", Moments.now());
        LocationTree.change(platform.owned("locations"), spot, taken);
    }

    private Optional<Spot> inside(ObjectNode location, Optional<String> evseUid, Optional<String> connectorId) {
        Optional<Spot> taken = Optional.empty();
        for (JsonNode evse : location.path("evses")) {
            for (JsonNode connector : evse.path("connectors")) {
                boolean meant = matches(evse.path("uid"), evseUid) && matches(connector.path("id"), connectorId);
                if (meant && !evse.path("status").asText().equals("REMOVED")) {
                    Spot spot = new Spot(location, (ObjectNode) evse, (ObjectNode) connector);
                    if (isFree(spot)) {
                        return Optional.of(spot);
                    }
                    taken = Optional.of(spot);
                }
            }
        }
        return taken;
    }

    private static boolean matches(JsonNode id, Optional<String> wanted) {
        return wanted.isEmpty() || id.asText().equalsIgnoreCase(wanted.get());
    }

    /** How objects of this platform are told to the system under test. */
    public Push push() {
        return push;
    }
}
