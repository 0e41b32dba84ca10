package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** DateTimes that a server is given. Spec: types_datetime_type. */
@Checks(module = CatalogueModule.TYPES)
final class MomentsCheck {
    @Proves("TYP-017")
    void without_a_designator_a_datetime_is_utc(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            moment(probe, sample, "TYP-017", "2024-07-01T12:00:00", Instant.parse("2024-07-01T12:00:00Z"));
        }
    }

    private static void moment(Probe probe, Sample sample, String requirement, String text, Instant expected) {
        ObjectNode object = sample.fresh().put("last_updated", text);
        WireExchange put = sample.put(object);
        boolean success = put.ocpiStatus().filter(code -> code == 1000).isPresent();
        if (probe.claim(requirement).on(put).holds(success, "status_code 1000 for " + text, put.outcome())) {
            WireExchange get =
                    sample.get(object, data -> seconds(Sample.updated(data)).equals(Optional.of(expected)));
            probe.claim(requirement)
                    .on(get)
                    .at("/data/last_updated")
                    .holds(
                            seconds(Sample.updated(get.data())).equals(Optional.of(expected)),
                            expected.toString(),
                            get.outcome() + " " + get.data().path("last_updated"));
        }
    }

    private static Optional<Instant> seconds(Optional<Instant> moment) {
        return moment.map(exact -> exact.truncatedTo(ChronoUnit.SECONDS));
    }

    @Proves("TYP-018")
    void fractional_seconds_are_accepted(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            ObjectNode object = sample.fresh();
            for (String text : List.of(
                    "2024-07-01T12:00:00.2Z",
                    "2024-07-01T12:00:01.2",
                    "2024-07-01T12:00:02.123Z",
                    "2024-07-01T12:00:03.123")) {
                WireExchange put = sample.put(object.deepCopy().put("last_updated", text));
                boolean success = put.ocpiStatus().filter(code -> code == 1000).isPresent();
                probe.claim("TYP-018").on(put).holds(success, "status_code 1000 for " + text, put.outcome());
            }
        }
    }

    @Proves("TYP-020")
    void a_datetime_with_an_offset_is_not_shifted(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            ObjectNode object = sample.fresh().put("last_updated", "2024-07-01T12:00:00+02:00");
            WireExchange put = sample.put(object);
            if (put.accepted()) {
                Instant meant = Instant.parse("2024-07-01T10:00:00Z");
                WireExchange get = sample.get(
                        object,
                        data -> Sample.updated(data).filter(meant::equals).isPresent());
                probe.claim("TYP-020")
                        .on(get)
                        .at("/data/last_updated")
                        .holds(
                                Sample.updated(get.data()).filter(meant::equals).isPresent(),
                                "status_code 2001, or " + meant,
                                get.outcome() + " " + get.data().path("last_updated"));
            } else {
                boolean invalid = put.ocpiStatus().filter(code -> code == 2001).isPresent();
                probe.claim("TYP-020").on(put).holds(invalid, "status_code 2001 for an offset", put.outcome());
            }
        }
    }

    @Proves("TYP-021")
    void moments_survive_the_change_of_the_clocks(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            for (String text : List.of(
                    "2024-03-31T01:30:00Z", "2024-03-31T02:30:00Z", "2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z")) {
                moment(probe, sample, "TYP-021", text, Instant.parse(text));
            }
        }
    }
}
