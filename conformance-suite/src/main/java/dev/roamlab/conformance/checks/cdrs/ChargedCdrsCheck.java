package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.List;
import java.util.Map;

/** Real charges at a CPO under test, and what their CDRs say. Spec: mod_cdrs_cdr_object, mod_cdrs_authmethod_enum. */
@Checks(module = CatalogueModule.CDRS)
final class ChargedCdrsCheck {
    @Proves(
            value = {"CDR-017", "CDR-051", "CDR-096"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_charge_by_a_whitelisted_card_is_billed(Probe probe) {
        try (Charge charge = Charge.prepared(probe, "ALWAYS")) {
            charge.byCard();
            SeenObject cdr = charge.billed();
            if (cdr.exchange().fromSut()) {
                probe.claim("CDR-017")
                        .on(cdr)
                        .holds(
                                cdr.exchange().method().equals("POST"),
                                "a POST on our endpoint",
                                cdr.exchange().method());
            }
            List<String> other = Alike.lacking(charge.cdrToken(), cdr.json().path("cdr_token"));
            probe.claim("CDR-051")
                    .on(cdr)
                    .at(cdr.pointer() + "/cdr_token")
                    .holds(
                            other.isEmpty(),
                            charge.cdrToken().toString(),
                            cdr.json().path("cdr_token"));
            CdrBook.of(probe)
                    .session(cdr.json())
                    .ifPresent(session -> probe.claim("CDR-051")
                            .on(cdr)
                            .holds(
                                    Alike.differing(
                                                    session.json().path("cdr_token"),
                                                    cdr.json().path("cdr_token"))
                                            .isEmpty(),
                                    "the cdr_token of the Session",
                                    cdr.json().path("cdr_token")));
            boolean asked = !probe.evidence()
                    .received(call -> call.target()
                            .filter(target -> target.is("tokens", Side.SENDER)
                                    && target.rest()
                                            .contains(charge.token().path("uid").asText()))
                            .isPresent())
                    .isEmpty();
            // A CPO may ask although it need not; then it says so.
            method(probe, cdr, asked ? "AUTH_REQUEST" : "WHITELIST");
        }
    }

    @Proves(
            value = {"CDR-096"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_charge_that_we_authorize_says_so(Probe probe) {
        try (Charge charge = Charge.prepared(probe, "NEVER")) {
            charge.byCard();
            method(probe, charge.billed(), "AUTH_REQUEST");
        }
    }

    @Proves(
            value = {"CDR-053", "CDR-096"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_charge_by_command_keeps_its_reference(Probe probe) {
        String reference = probe.platform().samples().id("REF");
        try (Charge charge = Charge.prepared(probe, "ALWAYS")) {
            charge.byCommand(reference);
            SeenObject cdr = charge.billed();
            reference(probe.claim("CDR-053"), cdr, reference);
            method(probe, cdr, "COMMAND");
        }
    }

    @Proves(value = "CDR-052", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_last_authorization_counts(Probe probe) {
        String reference = probe.platform().samples().id("REF");
        try (Charge charge = Charge.prepared(probe, "ALWAYS")) {
            charge.reserved(reference).byCard();
            SeenObject cdr = charge.billed();
            boolean asked = isAsked(probe, charge);
            probe.claim("CDR-052")
                    .on(cdr)
                    .at(cdr.pointer() + "/auth_method")
                    .holds(
                            cdr.text("auth_method").equals(asked ? "AUTH_REQUEST" : "WHITELIST"),
                            asked ? "AUTH_REQUEST" : "WHITELIST",
                            cdr.text("auth_method"));
        }
    }

    @Proves(value = "CDR-054", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_last_reference_counts(Probe probe) {
        String first = probe.platform().samples().id("REF");
        String last = probe.platform().samples().id("REF");
        try (Charge charge = Charge.prepared(probe, "NEVER")) {
            JsonNode information = probe.platform()
                    .samples()
                    .tokens()
                    .authorization("ALLOWED", charge.token())
                    .put("authorization_reference", last);
            probe.platform().authorize(charge.token().path("uid").asText(), information);
            charge.reserved(first).byCard();
            SeenObject cdr = charge.billed();
            // Without a question of the CPO at the start there was only one reference.
            reference(probe.claim("CDR-054"), cdr, isAsked(probe, charge) ? last : first);
        }
    }

    @Proves(value = "CDR-042", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void a_cdr_shows_the_location_of_the_start(Probe probe) {
        if (!probe.canTrigger("change-location") || !probe.offers("locations", Side.SENDER)) {
            throw probe.inconclusive("needs the trigger change-location, and the list of Locations");
        }
        try (Charge charge = Charge.prepared(probe, "ALWAYS")) {
            String place = charge.at().locationId();
            String before = name(probe, place);
            charge.byCard();
            String during = "Renamed " + probe.runId();
            probe.trigger("change-location", Map.of("location_id", place, "name", during));
            try {
                SeenObject cdr = charge.billed();
                JsonNode shown = cdr.json().at("/cdr_location/name");
                if (shown.isTextual()
                        && (shown.asText().equals(before) || shown.asText().equals(during))) {
                    probe.claim("CDR-042")
                            .on(cdr)
                            .holds(shown.asText().equals(before), "the name at the start, " + before, shown);
                }
            } finally {
                probe.trigger("change-location", Map.of("location_id", place, "name", before));
            }
        }
    }

    private static String name(Probe probe, String locationId) {
        return probe.crawl(probe.list("locations")).objects().stream()
                .filter(location -> location.path("id").asText().equalsIgnoreCase(locationId))
                .map(location -> location.path("name").asText(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> probe.inconclusive("the Location " + locationId + " has no name that could change"));
    }

    @Proves(
            value = {"CDR-007", "CDR-016"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_cdr_is_corrected_by_a_credit_cdr(Probe probe) {
        if (!probe.canTrigger("correct-cdr")) {
            throw probe.inconclusive("needs the trigger correct-cdr");
        }
        try (Charge charge = Charge.prepared(probe, "ALWAYS")) {
            charge.byCard();
            SeenObject original = charge.billed();
            String id = original.text("id");
            int mark = probe.evidence().mark();
            probe.trigger("correct-cdr", Map.of("cdr_id", id));
            boolean credited = probe.eventually(probe.sut().timings().push(), () -> {
                if (!original.exchange().fromSut()) {
                    probe.crawl(probe.list("cdrs"));
                }
                return CdrBook.of(probe).credits().stream()
                        .anyMatch(cdr -> cdr.text("credit_reference_id").equalsIgnoreCase(id));
            });
            probe.claim("CDR-007").on(original).holds(credited, "a Credit CDR for " + id, "none");
            probe.evidence().all().stream()
                    .skip(mark)
                    .filter(call -> Pushes.isOurs(probe, call))
                    .forEach(call -> probe.claim("CDR-007")
                            .on(call)
                            .holds(
                                    List.of("POST", "GET").contains(call.method()),
                                    "a correction by POST",
                                    call.method() + " " + call.uri().getPath()));
            corrected(probe, charge, original);
        }
    }

    private static void corrected(Probe probe, Charge charge, SeenObject original) {
        for (SeenObject cdr : CdrBook.of(probe).all()) {
            boolean third = cdr.text("session_id").equalsIgnoreCase(charge.sessionId())
                    && !CdrBook.isCredit(cdr.json())
                    && !cdr.text("id").equalsIgnoreCase(original.text("id"));
            if (third) {
                probe.claim("CDR-016")
                        .on(cdr)
                        .holds(
                                Alike.nothing(cdr.json().path("credit"))
                                        && Alike.nothing(cdr.json().path("credit_reference_id")),
                                "neither credit nor credit_reference_id",
                                cdr.json().path("credit") + " " + cdr.json().path("credit_reference_id"));
            }
        }
    }

    private static boolean isAsked(Probe probe, Charge charge) {
        return !probe.evidence()
                .received(call -> call.method().equals("POST")
                        && call.target()
                                .filter(target -> target.is("tokens", Side.SENDER)
                                        && target.rest()
                                                .contains(charge.token()
                                                        .path("uid")
                                                        .asText()))
                                .isPresent())
                .isEmpty();
    }

    private static void method(Probe probe, SeenObject cdr, String expected) {
        probe.claim("CDR-096")
                .on(cdr)
                .at(cdr.pointer() + "/auth_method")
                .holds(cdr.text("auth_method").equals(expected), expected, cdr.text("auth_method"));
    }

    private static void reference(Claim claim, SeenObject cdr, String expected) {
        claim.on(cdr)
                .at(cdr.pointer() + "/authorization_reference")
                .holds(
                        cdr.text("authorization_reference").equalsIgnoreCase(expected),
                        expected,
                        cdr.json().path("authorization_reference"));
    }
}
