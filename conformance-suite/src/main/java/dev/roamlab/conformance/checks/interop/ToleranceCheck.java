package dev.roamlab.conformance.checks.interop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** What partners send though they should not, or not yet. Spec: terminology_cardinality, types_datetime_type, types_openenum_type. */
@Checks(module = CatalogueModule.INTEROP)
final class ToleranceCheck {
    private static final int OURS = 3000;

    @Proves(value = "INT-003", sut = SutRole.EMSP)
    void a_null_inside_a_list_is_answered(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode location = pushed.fresh();
            location.putArray("facilities").add("CAFE").addNull();
            location.putArray("directions").addNull();
            inTerms(probe.claim("INT-003"), pushed.put(location).send());
        }
    }

    /** Taken, or refused as OCPI or HTTP refuse: anything but a crash. */
    private static void inTerms(Claim claim, WireExchange answer) {
        boolean broken = answer.status() >= 500
                || answer.ocpiStatus().filter(code -> code >= OURS).isPresent();
        claim.on(answer).holds(!broken, "acceptance, or a refusal with 2xxx or HTTP 4xx", answer.outcome());
    }

    @Proves("INT-004")
    void a_datetime_with_zero_offset_is_understood(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            ObjectNode object = pushed.fresh();
            object.put("last_updated", moment.toString().replace("Z", "+00:00"));
            WireExchange put = pushed.put(object).send();
            if (probe.claim("INT-004").on(put).at("/last_updated").holds(put.accepted(), "acceptance", put.outcome())) {
                WireExchange get = probe.readBack(() -> pushed.call("GET", object), WireExchange::accepted);
                String kept = get.data().path("last_updated").asText();
                probe.claim("INT-004")
                        .on(get)
                        .at("/data/last_updated")
                        .holds(moment(kept).filter(moment::equals).isPresent(), moment.toString(), kept);
            }
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
            return Optional.of(OffsetDateTime.parse(zoned ? text : text + "Z").toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    @Proves("INT-006")
    void fields_that_are_not_known_are_ignored(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            pushed.require(pushed.fresh());
            ObjectNode object = pushed.fresh();
            object.put("roamlab_extension_text", "of no use");
            object.putObject("roamlab_extension").put("a", 1);
            WireExchange put = pushed.put(object).send();
            probe.claim("INT-006")
                    .on(put)
                    .at("/roamlab_extension")
                    .holds(put.accepted(), "acceptance, as without the unknown fields", put.outcome());
        }
    }

    @Proves("INT-007")
    void an_enum_value_that_is_not_known_is_answered(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode object = pushed.isToken() ? pushed.fresh() : pushed.location();
            if (pushed.isToken()) {
                object.put("type", "ROAMLAB_TOMORROW");
            } else {
                ((ObjectNode) object.path("evses").path(0).path("connectors").path(0))
                        .put("standard", "ROAMLAB_TOMORROW");
            }
            inTerms(probe.claim("INT-007"), pushed.put(object).send());
        }
    }

    @Proves(value = "INT-016", sut = SutRole.EMSP)
    void a_removed_evse_without_connectors_is_answered(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode location = pushed.location();
            pushed.require(location);
            ObjectNode gone = location.deepCopy().put("last_updated", Pushed.now());
            ObjectNode evse = (ObjectNode) gone.path("evses").path(0);
            evse.put("status", "REMOVED").put("last_updated", Pushed.now()).putArray("connectors");
            inTerms(probe.claim("INT-016"), pushed.call("PUT", gone).body(gone).send());
        }
    }

    @Proves("INT-015")
    void a_token_that_is_not_encoded_is_understood_or_refused(Probe probe) {
        String token = probe.platform().tokenC().orElseThrow(() -> probe.skip("the tester is not registered"));
        var details = probe.published().details(probe.version()).orElseThrow();
        WireExchange raw =
                probe.get(details).header("Authorization", "Token " + token).send();
        probe.claim("INT-015")
                .on(raw)
                .at("Authorization")
                .holds(Set.of(200, 401).contains(raw.status()), "HTTP 200 or 401", raw.outcome());
        WireExchange garbled =
                probe.get(details).header("Authorization", "Token %%%=~").send();
        probe.claim("INT-015")
                .on(garbled)
                .at("Authorization")
                .holds(garbled.status() == 401, "HTTP 401", garbled.outcome());
    }
}
