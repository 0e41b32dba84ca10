package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tariffs, receiver interface, as a CPO under test calls it. Spec: mod_tariffs_push_model. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffPushCheck {
    private static final String TARIFFS = "tariffs";

    @Proves(
            value = {"TAR-002", "TAR-003", "TAR-027"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void tariffs_are_pushed_when_made_changed_and_deleted(Probe probe) {
        int mark = probe.evidence().mark();
        String fact = probe.trigger("add-tariff", Map.of()).path("tariff_id").asText("");
        Optional<WireExchange> made = probe.await(
                mark,
                call -> isPut(probe, call) && (fact.isEmpty() || idOf(call).equalsIgnoreCase(fact)),
                probe.sut().timings().push());
        Claim claim = probe.claim("TAR-002");
        if (made.isEmpty() && noPushes(probe)) {
            throw probe.inconclusive("the system pushes nothing, and may leave it to be pulled");
        }
        if (made.isEmpty()) {
            claim.deviates(
                    "a PUT of the Tariff that was made",
                    "none within " + probe.sut().timings().push());
            throw probe.skip("the new Tariff was not pushed, so its change and removal cannot be followed");
        }
        claim.on(made.get()).held();
        String id = idOf(made.get());
        changed(probe, made.get(), id);
        removed(probe, made.get(), id);
    }

    private static void changed(Probe probe, WireExchange made, String id) {
        if (!probe.canTrigger("change-tariff")) {
            return;
        }
        int mark = probe.evidence().mark();
        probe.trigger("change-tariff", Map.of("tariff_id", id));
        Optional<WireExchange> again = probe.await(
                mark,
                call -> isOurs(probe, call)
                        && !call.method().equals("GET")
                        && call.uri().equals(made.uri()),
                probe.sut().timings().push());
        Claim claim = probe.claim("TAR-002");
        if (again.isEmpty()) {
            claim.warns(
                    "a PUT of the Tariff that was changed",
                    "none within " + probe.sut().timings().push());
            return;
        }
        claim = claim.on(again.get());
        if (!claim.holds(
                again.get().method().equals("PUT"),
                "PUT of the whole Tariff",
                again.get().method())) {
            return;
        }
        JsonNode before = made.requestBody().json();
        JsonNode after = again.get().requestBody().json();
        claim.at("/elements")
                .holds(
                        !Alike.differing(before.path("elements"), after.path("elements"))
                                .isEmpty(),
                        "the new price",
                        after);
        Optional<Instant> was = Moment.of(before.path("last_updated"));
        Optional<Instant> is = Moment.of(after.path("last_updated"));
        if (was.isPresent() && is.isPresent()) {
            claim.at("/last_updated").holds(is.get().isAfter(was.get()), "later than " + was.get(), is.get());
        }
    }

    private static void removed(Probe probe, WireExchange made, String id) {
        int mark = probe.evidence().mark();
        probe.trigger("remove-tariff", Map.of("tariff_id", id));
        Optional<WireExchange> gone = probe.await(
                mark,
                call -> isOurs(probe, call) && call.method().equals("DELETE"),
                probe.sut().timings().push());
        Claim claim = probe.claim("TAR-003");
        if (gone.isEmpty()) {
            claim.deviates(
                    "a DELETE of the Tariff that was removed",
                    "none within " + probe.sut().timings().push());
            return;
        }
        claim.on(gone.get())
                .holds(
                        gone.get().uri().getPath().equalsIgnoreCase(made.uri().getPath()),
                        "DELETE " + made.uri().getPath(),
                        "DELETE " + gone.get().uri().getPath());
        if (probe.offers(TARIFFS, Side.SENDER)) {
            boolean unlisted = probe.eventually(() -> probe.crawl(probe.list(TARIFFS)).objects().stream()
                    .noneMatch(tariff -> tariff.path("id").asText().equalsIgnoreCase(id)));
            probe.claim("TAR-003")
                    .on(gone.get())
                    .holds(unlisted, "a list without the Tariff", "Tariff " + id + " in it");
        }
        unused(probe, gone.get(), id);
    }

    private static void unused(Probe probe, WireExchange gone, String id) {
        if (probe.offers("locations", Side.SENDER)) {
            List<String> users = new ArrayList<>();
            for (JsonNode location : probe.crawl(probe.list("locations")).objects()) {
                for (JsonNode ids : location.findValues("tariff_ids")) {
                    ids.forEach(used -> {
                        if (used.asText().equalsIgnoreCase(id)) {
                            users.add(location.path("id").asText());
                        }
                    });
                }
            }
            probe.claim("TAR-027").on(gone).holds(users.isEmpty(), "no Connector with the id " + id, users);
        }
    }

    @Proves(
            value = {"TAR-013", "TAR-022", "TAR-023"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void url_and_body_name_the_same_tariff(Probe probe) {
        for (WireExchange call : probe.evidence().received(call -> isOurs(probe, call))) {
            List<String> rest = call.target().map(Target::rest).orElse(List.of());
            boolean three = probe.claim("TAR-013")
                    .on(call)
                    .holds(
                            rest.size() == 3,
                            "country_code, party_id and id behind the endpoint",
                            call.uri().getPath());
            if (three && call.method().equals("PUT")) {
                JsonNode tariff = call.requestBody().json();
                same(probe.claim("TAR-022").on(call).at("/country_code"), rest.get(0), tariff.path("country_code"));
                same(probe.claim("TAR-023").on(call).at("/party_id"), rest.get(1), tariff.path("party_id"));
                same(probe.claim("TAR-013").on(call).at("/id"), rest.get(2), tariff.path("id"));
            }
        }
    }

    private static void same(Claim claim, String inUrl, JsonNode inBody) {
        claim.holds(inUrl.equalsIgnoreCase(inBody.asText()), inUrl + ", as in the URL", inBody);
    }

    @Proves(value = "TAR-019", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_put_holds_one_complete_tariff(Probe probe) {
        ObjectSchemas schemas = ObjectSchemas.of(probe.version());
        for (WireExchange call : probe.evidence().received(call -> isOurs(probe, call) && isPut(probe, call))) {
            JsonNode body = call.requestBody().json();
            Claim claim = probe.claim("TAR-019").on(call);
            if (claim.holds(
                    body.isObject(), "one Tariff object", call.requestBody().text())) {
                List<String> wrong = schemas.check("Tariff", body).findings().stream()
                        .filter(finding -> !finding.warnsOnly())
                        .map(finding -> finding.pointer() + ": " + finding.rule())
                        .toList();
                claim.holds(wrong.isEmpty(), "a complete Tariff", wrong);
            }
        }
    }

    private static boolean isOurs(Probe probe, WireExchange call) {
        return call.fromSut()
                && call.target()
                        .filter(target -> target.is(TARIFFS, Side.RECEIVER)
                                && target.version()
                                        .filter(version -> version != probe.version())
                                        .isEmpty())
                        .isPresent();
    }

    private static boolean isPut(Probe probe, WireExchange call) {
        return isOurs(probe, call) && call.method().equals("PUT");
    }

    private static String idOf(WireExchange call) {
        return call.requestBody().json().path("id").asText();
    }

    /** Credentials are PUT, too, but that is no push. */
    private static boolean noPushes(Probe probe) {
        return probe.evidence()
                .received(call -> call.method().equals("PUT")
                        && call.target().flatMap(target -> target.side()).isPresent())
                .isEmpty();
    }
}
