package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.checks.objects.OwnList;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The CDRs that a CPO under test wrote in this version, listed or posted, each once, and what else is known about them. */
public final class CdrBook {
    private final Probe probe;
    private final Map<String, SeenObject> cdrs = new LinkedHashMap<>();
    private final Map<String, JsonNode> locations = new LinkedHashMap<>();

    private CdrBook(Probe probe) {
        this.probe = probe;
        for (SeenObject cdr : occurrences(probe)) {
            cdrs.putIfAbsent(OwnList.key(cdr.json()), cdr);
        }
        for (SeenObject location : probe.seen().all("Location")) {
            if (location.isOwn() && !location.partial()) {
                locations.put(folded(location.text("id")), location.json());
            }
        }
    }

    /** What is known at this moment. */
    public static CdrBook of(Probe probe) {
        return new CdrBook(probe);
    }

    /** What is known at the end of the run; put together once. */
    public static CdrBook atTheEnd(Probe probe) {
        return probe.once("CDRs", () -> new CdrBook(probe));
    }

    /** Each time that a CDR was written, in the order in which they came. */
    public static List<SeenObject> occurrences(Probe probe) {
        return probe.seen().all("CDR").stream()
                .filter(cdr -> cdr.isOwn() && !cdr.partial())
                .toList();
    }

    /** Each CDR as it came first. */
    public List<SeenObject> all() {
        return List.copyOf(cdrs.values());
    }

    /** Those that charge for something, not those that take it back. */
    public List<SeenObject> plain() {
        return cdrs.values().stream().filter(cdr -> !isCredit(cdr.json())).toList();
    }

    /** Those that take another one back. */
    public List<SeenObject> credits() {
        return cdrs.values().stream().filter(cdr -> isCredit(cdr.json())).toList();
    }

    static boolean isCredit(JsonNode cdr) {
        return cdr.path("credit").asBoolean(false);
    }

    /** The CDR of this id under the same party. */
    Optional<SeenObject> original(JsonNode credit) {
        String key = credit.path("country_code").asText() + "/"
                + credit.path("party_id").asText() + "/"
                + credit.path("credit_reference_id").asText();
        return Optional.ofNullable(cdrs.get(folded(key)));
    }

    /** The CDR of this session. */
    Optional<SeenObject> ofSession(String sessionId) {
        return cdrs.values().stream()
                .filter(cdr -> !isCredit(cdr.json()) && cdr.text("session_id").equalsIgnoreCase(sessionId))
                .findFirst();
    }

    /** The published Location at which the CDR was made. */
    Optional<JsonNode> location(JsonNode cdr) {
        return Optional.ofNullable(
                locations.get(folded(cdr.at("/cdr_location/id").asText())));
    }

    /** The connector at which it was made. */
    public Optional<JsonNode> connector(JsonNode cdr) {
        JsonNode place = cdr.path("cdr_location");
        for (JsonNode evse : location(cdr).map(found -> found.path("evses")).orElse(cdr.path("none"))) {
            if (evse.path("uid")
                    .asText()
                    .equalsIgnoreCase(place.path("evse_uid").asText())) {
                for (JsonNode connector : evse.path("connectors")) {
                    if (connector
                            .path("id")
                            .asText()
                            .equalsIgnoreCase(place.path("connector_id").asText())) {
                        return Optional.of(connector);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The time zone of the place. */
    public Optional<ZoneId> zone(JsonNode cdr) {
        return location(cdr).flatMap(found -> {
            try {
                return Optional.of(ZoneId.of(found.path("time_zone").asText()));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        });
    }

    /** The Session of a CDR as it was seen last. */
    Optional<SeenObject> session(JsonNode cdr) {
        String id = cdr.path("session_id").asText("");
        return probe.seen().all("Session").stream()
                .filter(session -> session.isOwn()
                        && !session.partial()
                        && !id.isEmpty()
                        && session.text("id").equalsIgnoreCase(id))
                .reduce((first, last) -> last);
    }

    static Optional<Instant> start(JsonNode cdr) {
        return known(Moment.of(cdr.path("start_date_time")));
    }

    static Optional<Instant> end(JsonNode cdr) {
        return known(Moment.of(cdr.path("end_date_time")));
    }

    /** 1970 stands for a time that nobody knows. */
    private static Optional<Instant> known(Optional<Instant> instant) {
        return instant.filter(moment -> moment.isAfter(Instant.parse("1970-02-01T00:00:00Z")));
    }

    /** The sum of a dimension over all periods; empty when no period has it. */
    static Optional<BigDecimal> sum(JsonNode cdr, String dimension) {
        List<BigDecimal> volumes = new ArrayList<>();
        cdr.path("charging_periods").forEach(period -> volume(period, dimension).ifPresent(volumes::add));
        return volumes.stream().reduce(BigDecimal::add);
    }

    /** The volume of a dimension in a period. */
    static Optional<BigDecimal> volume(JsonNode period, String dimension) {
        for (JsonNode one : period.path("dimensions")) {
            if (one.path("type").asText().equals(dimension)
                    && one.path("volume").isNumber()) {
                return Optional.of(one.path("volume").decimalValue());
            }
        }
        return Optional.empty();
    }

    static boolean hasReservation(JsonNode cdr) {
        return sum(cdr, "RESERVATION_TIME").isPresent();
    }

    /** The beginnings of the periods, and the end of the last one; empty when one of them is no DateTime. */
    static List<Instant> bounds(JsonNode cdr) {
        List<Instant> bounds = new ArrayList<>();
        cdr.path("charging_periods")
                .forEach(period -> Moment.of(period.path("start_date_time")).ifPresent(bounds::add));
        Optional<Instant> end = end(cdr);
        end.ifPresent(bounds::add);
        boolean complete = bounds.size() == cdr.path("charging_periods").size() + 1;
        return complete ? bounds : List.of();
    }

    static BigDecimal hours(Instant from, Instant until) {
        return BigDecimal.valueOf(Duration.between(from, until).toMillis() / 3_600_000.0);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
