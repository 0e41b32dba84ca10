package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Charging periods of a CPO's Sessions against its Tariffs. Spec: mod_sessions_session_object. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionPricesCheck {
    private static final String PERIODS = "charging_periods";

    /** Only where the Tariff depends on the time of day alone can it be told from outside when its price changes. */
    @Proves(
            value = {"SES-068"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_period_begins_where_the_price_changes(Probe probe) {
        Map<String, JsonNode> tariffs = known(probe, "Tariff");
        Map<String, JsonNode> locations = known(probe, "Location");
        for (View view : Traffic.atTheEnd(probe).last()) {
            JsonNode session = view.whole();
            JsonNode tariff = tariffs.get(View.key(tariffId(session)));
            JsonNode location =
                    locations.get(View.key(session.path("location_id").asText()));
            if (view.is("COMPLETED") && tariff != null && location != null) {
                zone(location)
                        .map(zone -> new TariffTimes(tariff, zone))
                        .filter(TariffTimes::isSimple)
                        .ifPresent(times -> judge(probe, view, times));
            }
        }
    }

    private static void judge(Probe probe, View view, TariffTimes times) {
        Optional<Instant> start = view.moment("start_date_time");
        Optional<Instant> end = view.moment("end_date_time");
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        for (Instant change : times.changes(start.get(), end.get())) {
            probe.claim("SES-068")
                    .on(view.exchange())
                    .at(view.pointer() + "/" + PERIODS)
                    .holds(begins(view.whole(), change), "a period that starts at " + change, starts(view.whole()));
        }
    }

    private static Map<String, JsonNode> known(Probe probe, String type) {
        Map<String, JsonNode> known = new HashMap<>();
        probe.seen().all(type).stream()
                .filter(object -> object.isOwn() && !object.partial())
                .forEach(object -> known.put(View.key(object.text("id")), object.json()));
        return known;
    }

    /** The one tariff of all periods; empty text when there are several, or one is not named. */
    private static String tariffId(JsonNode session) {
        Set<String> ids = new HashSet<>();
        session.path(PERIODS).forEach(period -> ids.add(period.path("tariff_id").asText("")));
        return ids.size() == 1 ? ids.iterator().next() : "";
    }

    private static Optional<ZoneId> zone(JsonNode location) {
        try {
            return Optional.of(ZoneId.of(location.path("time_zone").asText()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static boolean begins(JsonNode session, Instant change) {
        return starts(session).stream()
                .anyMatch(start -> Duration.between(start, change).abs().toSeconds() <= 60);
    }

    private static List<Instant> starts(JsonNode session) {
        List<Instant> starts = new ArrayList<>();
        session.path(PERIODS)
                .forEach(period -> Moment.of(period.path("start_date_time")).ifPresent(starts::add));
        return starts;
    }
}
