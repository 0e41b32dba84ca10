package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Map;

/** A CPO that fetches the whole list of Tokens. Spec: mod_tokens_pull_model. */
@Checks(module = CatalogueModule.TOKENS)
final class PulledTokensCheck {
    @Proves(
            value = {"TOK-008", "TOK-047"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_full_pull_updates_and_adds(Probe probe) {
        ObjectNode known = probe.platform().samples().tokens().full(probe.version());
        ObjectNode fresh = probe.platform().samples().tokens().minimal(probe.version());
        HeldToken pulled = HeldToken.of(probe, fresh);
        try (HeldToken held = HeldToken.pushed(probe, known)) {
            held.readBack();
            ObjectNode changed =
                    known.deepCopy().put("visual_number", "changed").put("last_updated", held.later());
            changed.remove("group_id");
            probe.platform().owned("tokens").put(changed);
            probe.platform().owned("tokens").put(fresh);
            probe.trigger("pull", Map.of("module", "tokens", "full", true));
            WireExchange updated = pushedUntil(probe, held);
            String number = updated.data().path("visual_number").asText();
            probe.claim("TOK-008")
                    .on(updated)
                    .at("/data/visual_number")
                    .holds(number.equals("changed"), "the Token as it was listed", number);
            if (number.equals("changed")) {
                probe.claim("TOK-047")
                        .on(updated)
                        .at("/data/group_id")
                        .holds(
                                Alike.nothing(updated.data().path("group_id")),
                                "no group_id, as the list has none",
                                updated.data().path("group_id"));
            }
            WireExchange added = pulled.readBack();
            probe.claim("TOK-008").on(added).holds(pulled.isIn(added), "the new Token of the list", added.outcome());
        } finally {
            probe.platform().owned("tokens").remove(known.path("uid").asText());
            probe.platform().owned("tokens").remove(fresh.path("uid").asText());
            if (Answers.shows(pulled.get())) {
                pulled.put();
                pulled.close();
            }
        }
    }

    private static WireExchange pushedUntil(Probe probe, HeldToken held) {
        WireExchange[] last = new WireExchange[1];
        probe.eventually(probe.sut().timings().reaction(), () -> {
            last[0] = held.get();
            return last[0].data().path("visual_number").asText().equals("changed");
        });
        return last[0];
    }

    @Proves(value = "TOK-012", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void a_card_that_was_never_pushed_is_asked_about(Probe probe) {
        ObjectNode token = probe.platform().samples().tokens().of(HeldToken.RFID, "NEVER", true);
        int mark = probe.evidence().mark();
        try (var place = probe.takePlace()) {
            Map<String, String> at = Map.of(
                    "token_uid", token.path("uid").asText(),
                    "location_id", place.at().locationId(),
                    "evse_uid", place.at().evseUid(),
                    "connector_id", place.at().connectorId());
            probe.trigger("present-token", at);
            boolean asked = probe.await(
                            mark,
                            call -> call.method().equals("POST")
                                    && call.uri()
                                            .getPath()
                                            .contains(token.path("uid").asText()),
                            probe.sut().timings().reaction())
                    .isPresent();
            probe.claim("TOK-012").holds(asked, "a POST authorize for a card never pushed", "none");
        }
    }
}
