package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The reservations at all platforms, by platform and reservation id. Thread-safe. */
final class Reservations {
    /** A place that is kept for a token. */
    private record Kept(String tokenUid, Spot spot, Optional<LivingCharge> session) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** Whether the place is this driver's to take: free, or kept for this token or under this reservation. */
    boolean mayUse(Platform platform, JsonNode body, Spot spot, boolean free) {
        String own = key(platform, body.path("reservation_id").asText());
        List<Map.Entry<String, Kept>> here = kept.entrySet().stream()
                .filter(entry -> isAt(entry.getValue(), spot))
                .toList();
        return here.isEmpty()
                ? free
                : here.stream().anyMatch(entry -> entry.getKey().equals(own) || isFor(entry.getValue(), body));
    }

    void note(Platform platform, JsonNode body, Spot spot) {
        kept.putIfAbsent(
                key(platform, body.path("reservation_id").asText()),
                new Kept(body.path("token").path("uid").asText(), spot, Optional.empty()));
    }

    boolean isKnown(Platform platform, JsonNode body) {
        return kept.containsKey(key(platform, body.path("reservation_id").asText()));
    }

    /** Tells the session of a new reservation; one that is replaced keeps its session. Blocks. */
    void begin(Platform platform, LivingCharges charges, ObjectNode body, Spot spot) {
        kept.computeIfPresent(key(platform, body.path("reservation_id").asText()), (id, present) -> {
            if (present.session().isPresent() || !(body.path("token") instanceof ObjectNode token)) {
                return present;
            }
            Optional<String> reference = CommandsReceiver.text(body, "authorization_reference");
            return new Kept(present.tokenUid(), spot, Optional.of(charges.reserve(token, spot, reference)));
        });
    }

    /** Gives the place back. Blocks. */
    void cancel(Platform platform, JsonNode body) {
        Optional.ofNullable(
                        kept.remove(key(platform, body.path("reservation_id").asText())))
                .flatMap(Kept::session)
                .ifPresent(LivingCharge::release);
    }

    /** The session of the reservation that a start of this token at this place uses up. */
    Optional<LivingCharge> use(JsonNode body, Spot spot) {
        for (var entry : kept.entrySet()) {
            if (isAt(entry.getValue(), spot) && isFor(entry.getValue(), body)) {
                kept.remove(entry.getKey());
                return entry.getValue().session();
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(Kept reservation, Spot spot) {
        return reservation.spot().evseUid().equals(spot.evseUid());
    }

    private static boolean isFor(Kept reservation, JsonNode body) {
        return reservation
                .tokenUid()
                .equalsIgnoreCase(body.path("token").path("uid").asText());
    }

    private static String key(Platform platform, String reservationId) {
        return platform.versionsUrl() + " " + reservationId.toLowerCase(Locale.ROOT);
    }
}
