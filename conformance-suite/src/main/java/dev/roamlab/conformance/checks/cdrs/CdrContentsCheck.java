package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a CDR says beside times and money. Spec: mod_cdrs_cdr_object. */
@Checks(module = CatalogueModule.CDRS)
final class CdrContentsCheck {
    @Proves(
            value = {"CDR-004", "CDR-023"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_cdr_never_changes(Probe probe) {
        Map<String, SeenObject> first = new HashMap<>();
        for (SeenObject cdr : CdrBook.occurrences(probe)) {
            SeenObject before = first.putIfAbsent(OwnList.key(cdr.json()), cdr);
            if (before != null) {
                // Fields of the system's own may be shown at one place and not at another.
                Set<String> known = ObjectSchemas.of(probe.version()).fields("CDR");
                List<String> changed = Alike.differing(before.json(), cdr.json()).stream()
                        .filter(pointer -> known.contains(pointer.split("/")[1]))
                        .toList();
                probe.claim("CDR-004")
                        .on(cdr)
                        .holds(
                                changed.isEmpty(),
                                "CDR " + cdr.text("id") + " as it was before",
                                "other values at " + changed);
                probe.claim("CDR-023")
                        .on(cdr)
                        .at(cdr.pointer() + "/last_updated")
                        .holds(
                                !changed.contains("/last_updated"),
                                before.text("last_updated") + ", as before",
                                cdr.text("last_updated"));
            }
        }
    }

    @Proves(value = "CDR-018", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_cdr_concerns_our_driver(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).all()) {
            JsonNode token = cdr.json().path("cdr_token");
            boolean ours = token.path("country_code")
                            .asText()
                            .equalsIgnoreCase(probe.us().countryCode())
                    && token.path("party_id")
                            .asText()
                            .equalsIgnoreCase(probe.us().partyId());
            probe.claim("CDR-018")
                    .on(cdr)
                    .at(cdr.pointer() + "/cdr_token")
                    .holds(ours, "a token of " + probe.us(), token);
        }
    }

    @Proves(
            value = {"CDR-050", "CDR-057"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void what_a_cdr_refers_to_is_there(Probe probe) {
        // Listed and posted alike: the one may lack what the other has.
        for (SeenObject cdr : CdrBook.occurrences(probe)) {
            boolean charged = cdr.json().path("total_energy").asDouble() != 0;
            if (charged && probe.offers("sessions", Side.SENDER)) {
                probe.claim("CDR-050")
                        .on(cdr)
                        .at(cdr.pointer() + "/session_id")
                        .holds(!cdr.text("session_id").isEmpty(), "a session_id, as there are Sessions", "none");
            }
            tariffs(probe.claim("CDR-057").on(cdr), cdr.json());
        }
    }

    private static void tariffs(Claim claim, JsonNode cdr) {
        List<String> known = new ArrayList<>();
        cdr.path("tariffs").forEach(tariff -> known.add(tariff.path("id").asText()));
        for (JsonNode period : cdr.path("charging_periods")) {
            String id = period.path("tariff_id").asText("");
            if (!id.isEmpty()) {
                claim.holds(known.stream().anyMatch(id::equalsIgnoreCase), "Tariff " + id + " among tariffs", known);
            }
        }
        boolean costs = cdr.at("/total_cost/excl_vat").asDouble() != 0
                || cdr.at("/total_cost/before_taxes").asDouble() != 0;
        claim.holds(!known.isEmpty() || !costs, "the Tariffs of a CDR that costs something", "none");
    }

    @Proves(
            value = {"CDR-074", "CDR-075"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void remark_and_invoice_are_optional(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).all()) {
            text(probe.claim("CDR-074"), cdr, "remark", 255);
            text(probe.claim("CDR-075"), cdr, "invoice_reference_id", 39);
        }
    }

    private static void text(Claim claim, SeenObject cdr, String field, int most) {
        JsonNode value = cdr.json().path(field);
        if (!Alike.nothing(value)) {
            String text = value.asText();
            claim.on(cdr)
                    .at(cdr.pointer() + "/" + field)
                    .holds(
                            value.isTextual() && text.codePointCount(0, text.length()) <= most,
                            "a string of at most " + most + " characters",
                            value);
        }
    }

    @Proves(value = "CDR-114", stage = Stage.FINAL, sut = SutRole.CPO)
    void postal_code_is_that_of_the_location(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject cdr : book.all()) {
            Optional<JsonNode> location = book.location(cdr.json());
            Optional<Instant> start = CdrBook.start(cdr.json());
            boolean unchanged = location.flatMap(found -> Moment.of(found.path("last_updated")))
                    .flatMap(updated -> start.map(updated::isBefore))
                    .orElse(false);
            if (unchanged && !Alike.nothing(location.get().path("postal_code"))) {
                probe.claim("CDR-114")
                        .on(cdr)
                        .at(cdr.pointer() + "/cdr_location/postal_code")
                        .holds(
                                !Alike.nothing(cdr.json().at("/cdr_location/postal_code")),
                                "a postal_code, as the Location has "
                                        + location.get().path("postal_code"),
                                "none");
            }
        }
    }

    @Proves(value = "CDR-037", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_post_holds_one_cdr(Probe probe) {
        Pushes.cdrs(probe)
                .forEach(post -> probe.claim("CDR-037")
                        .on(post)
                        .holds(
                                post.requestBody().json().isObject()
                                        && post.requestBody().json().has("charging_periods"),
                                "one CDR object",
                                post.requestBody().text()));
    }
}
