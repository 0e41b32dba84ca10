package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** When another price component of a Tariff becomes active, for Tariffs that depend on the time of day and on nothing else. */
final class TariffTimes {
    private static final Set<String> TIMES = Set.of("start_time", "end_time");
    private static final long MARGIN_SECONDS = 120;

    private final JsonNode tariff;
    private final ZoneId zone;

    TariffTimes(JsonNode tariff, ZoneId zone) {
        this.tariff = tariff;
        this.zone = zone;
    }

    /** Whether nothing but the time of day restricts its elements. */
    boolean isSimple() {
        for (JsonNode element : tariff.path("elements")) {
            for (var restriction : element.path("restrictions").properties()) {
                if (!TIMES.contains(restriction.getKey())
                        && !restriction.getValue().isNull()) {
                    return false;
                }
            }
        }
        return !tariff.path("elements").isEmpty();
    }

    /** The moments of change that are clearly between the two. */
    List<Instant> changes(Instant from, Instant until) {
        List<Instant> changes = new ArrayList<>();
        LocalDate day = from.atZone(zone).toLocalDate();
        while (!day.atStartOfDay(zone).toInstant().isAfter(until)) {
            for (LocalTime time : bounds()) {
                Instant at = day.atTime(time).atZone(zone).toInstant();
                boolean between =
                        at.isAfter(from.plusSeconds(MARGIN_SECONDS)) && at.isBefore(until.minusSeconds(MARGIN_SECONDS));
                if (between && !active(at.minusSeconds(1)).equals(active(at.plusSeconds(1)))) {
                    changes.add(at);
                }
            }
            day = day.plusDays(1);
        }
        return changes;
    }

    private Set<LocalTime> bounds() {
        Set<LocalTime> bounds = new TreeSet<>();
        for (JsonNode element : tariff.path("elements")) {
            TIMES.forEach(name -> time(element, name).ifPresent(bounds::add));
        }
        return bounds;
    }

    /** Of each dimension the first element that holds. */
    private List<String> active(Instant at) {
        LocalTime now = at.atZone(zone).toLocalTime();
        List<String> active = new ArrayList<>();
        Set<String> priced = new TreeSet<>();
        int index = 0;
        for (JsonNode element : tariff.path("elements")) {
            for (JsonNode component : element.path("price_components")) {
                String type = component.path("type").asText();
                if (holds(element, now) && priced.add(type)) {
                    active.add(type + " of element " + index);
                }
            }
            index++;
        }
        return active;
    }

    private static boolean holds(JsonNode element, LocalTime now) {
        LocalTime start = time(element, "start_time").orElse(LocalTime.MIN);
        LocalTime end = time(element, "end_time").orElse(LocalTime.MIN);
        boolean overnight = !end.isAfter(start);
        boolean begun = !now.isBefore(start);
        boolean over = !now.isBefore(end);
        return overnight ? begun || !over : begun && !over;
    }

    private static Optional<LocalTime> time(JsonNode element, String name) {
        try {
            return Optional.of(
                    LocalTime.parse(element.path("restrictions").path(name).asText()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
