package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.TokenSamples;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.List;

/** Which Tokens a CPO stores, and how their types tell them apart. Spec: mod_tokens_cpo_put_request_parameters. */
@Checks(module = CatalogueModule.TOKENS)
final class TokenTypesCheck {
    private static final String APP_USER = "APP_USER";

    @Proves(
            value = {"TOK-022", "TOK-023"},
            sut = SutRole.CPO)
    void type_tells_tokens_apart_and_defaults_to_rfid(Probe probe) {
        ObjectNode app = samples(probe).of(APP_USER, "NEVER", true).put("issuer", "Issuer B");
        ObjectNode card = app.deepCopy().put("type", HeldToken.RFID).put("issuer", "Issuer A");
        try (HeldToken ofApp = HeldToken.pushed(probe, app)) {
            ofApp.readBack();
            WireExchange untyped = ofApp.bare(ofApp.uid(), "GET").send();
            probe.claim("TOK-022")
                    .on(untyped)
                    .holds(!Answers.shows(untyped), "nothing: there is no RFID Token", untyped.outcome());
            shows(probe, "TOK-022", ofApp, APP_USER);
            try (HeldToken ofCard = HeldToken.pushed(probe, card)) {
                shows(probe, "TOK-022", ofCard, HeldToken.RFID);
                sideBySide(probe, ofApp, ofCard);
            }
        }
    }

    private static void shows(Probe probe, String id, HeldToken held, String type) {
        WireExchange got =
                held.readBack(answer -> answer.data().path("type").asText().equals(type));
        probe.claim(id)
                .on(got)
                .at("/data/type")
                .holds(
                        Answers.shows(got) && got.data().path("type").asText().equals(type),
                        "the Token of type " + type,
                        got.outcome() + " " + got.data());
    }

    private static void sideBySide(Probe probe, HeldToken app, HeldToken card) {
        issuer(probe, card.bare(card.uid(), "GET").query("type", HeldToken.RFID).send(), "Issuer A");
        issuer(probe, app.get(), "Issuer B");
        WireExchange patch = app.patch(
                JsonNodeFactory.instance.objectNode().put("valid", false).put("last_updated", app.later()));
        if (!patch.accepted()) {
            return; // judged by TOK-035
        }
        app.readBack(answer -> !answer.data().path("valid").asBoolean(true));
        WireExchange other = card.get();
        probe.claim("TOK-023")
                .on(other)
                .at("/data/valid")
                .holds(
                        other.data().path("valid").asBoolean(false),
                        "the RFID Token still valid after PATCH of the APP_USER Token",
                        other.data());
    }

    private static void issuer(Probe probe, WireExchange got, String issuer) {
        probe.claim("TOK-023")
                .on(got)
                .at("/data/issuer")
                .holds(
                        got.data().path("issuer").asText().equals(issuer),
                        "the Token of " + issuer,
                        got.outcome() + " " + got.data());
    }

    @Proves(value = "TOK-029", sut = SutRole.CPO)
    void an_incomplete_token_is_not_stored(Probe probe) {
        List<ObjectNode> wrong = new ArrayList<>();
        for (String field : List.of("contract_id", "issuer")) {
            ObjectNode token = safe(probe, HeldToken.RFID);
            token.remove(field);
            wrong.add(token);
        }
        wrong.add(safe(probe, HeldToken.RFID).put("whitelist", "SOMETIMES"));
        for (ObjectNode token : wrong) {
            HeldToken held = HeldToken.of(probe, token);
            WireExchange put = held.put();
            probe.claim("TOK-029")
                    .on(put)
                    .holds(Answers.isOk(put, 2001), "HTTP 200 with status_code 2001 for " + token, put.outcome());
            WireExchange got = held.absence();
            probe.claim("TOK-029").on(got).holds(!Answers.shows(got), "nothing stored", got.outcome());
        }
    }

    @Proves(value = "TOK-030", sut = SutRole.CPO)
    void a_uid_has_up_to_36_characters(Probe probe) {
        String longest = java.util.UUID.randomUUID().toString();
        try (HeldToken held = HeldToken.of(probe, safe(probe, APP_USER).put("uid", longest))) {
            WireExchange put = held.put();
            probe.claim("TOK-030").on(put).holds(put.accepted(), "a uid of 36 characters accepted", put.outcome());
            WireExchange got = held.readBack();
            probe.claim("TOK-030")
                    .on(got)
                    .at("/data/uid")
                    .holds(held.isIn(got), longest, got.outcome() + " " + got.data());
        }
        try (HeldToken tooLong = HeldToken.of(probe, safe(probe, APP_USER).put("uid", longest + "0"))) {
            WireExchange refused = tooLong.put();
            probe.claim("TOK-030")
                    .on(refused)
                    .holdsOrWarns(Answers.refused(refused), "37 characters refused", refused.outcome());
        }
    }

    @Proves(value = "TOK-034", sut = SutRole.CPO)
    void url_and_token_must_agree(Probe probe) {
        ObjectNode token = safe(probe, HeldToken.RFID);
        ObjectNode otherUid =
                token.deepCopy().put("uid", probe.platform().samples().shortId());
        disagrees(probe, HeldToken.of(probe, token), otherUid);
        HeldToken inBody = HeldToken.of(probe, otherUid);
        WireExchange got = inBody.absence();
        probe.claim("TOK-034").on(got).holds(!Answers.shows(got), "nothing stored", got.outcome());
        ObjectNode third = safe(probe, HeldToken.RFID);
        disagrees(
                probe,
                HeldToken.of(probe, third),
                third.deepCopy()
                        .put("party_id", TokensReceiverCheck.stranger(probe).partyId()));
    }

    private static void disagrees(Probe probe, HeldToken place, ObjectNode body) {
        WireExchange put = place.put(body);
        probe.claim("TOK-034").on(put).holds(Answers.isOk(put, 2001), "HTTP 200 with status_code 2001", put.outcome());
        WireExchange got = place.absence();
        probe.claim("TOK-034").on(got).holds(!Answers.shows(got), "nothing stored", got.outcome());
    }

    @Proves(
            value = {"TOK-069", "TOK-074"},
            sut = SutRole.CPO)
    void optional_fields_are_taken_as_they_may_be(Probe probe) {
        ObjectNode esperanto = safe(probe, HeldToken.RFID).put("language", "eo");
        try (HeldToken held = HeldToken.of(probe, esperanto)) {
            WireExchange put = held.put();
            probe.claim("TOK-069").on(put).holds(put.accepted(), "a Token with language eo accepted", put.outcome());
        }
        ObjectNode noSupplier = safe(probe, HeldToken.RFID);
        noSupplier.putObject("energy_contract").put("contract_id", "1");
        try (HeldToken held = HeldToken.of(probe, noSupplier)) {
            WireExchange put = held.put();
            probe.claim("TOK-074")
                    .on(put)
                    .holdsOrWarns(Answers.isOk(put, 2001), "status_code 2001 without supplier_name", put.outcome());
        }
    }

    @Proves(
            value = {"TOK-076", "TOK-077"},
            sut = SutRole.CPO)
    void every_type_is_accepted(Probe probe) {
        boolean open = probe.is(SpecVersion.V2_3_0);
        String id = open ? "TOK-077" : "TOK-076";
        for (String type : List.of("AD_HOC_USER", APP_USER, "OTHER", HeldToken.RFID)) {
            accepted(probe, id, type, false);
        }
        if (open) {
            accepted(probe, id, "EMAID", true);
            accepted(probe, id, "LAB_TEST_TYPE", true);
        } else {
            try (HeldToken held = HeldToken.of(probe, safe(probe, "CARD"))) {
                WireExchange put = held.put();
                probe.claim(id)
                        .on(put)
                        .holdsOrWarns(Answers.isOk(put, 2001), "status_code 2001 for type CARD", put.outcome());
            }
        }
    }

    private static void accepted(Probe probe, String id, String type, boolean warns) {
        try (HeldToken held = HeldToken.of(probe, safe(probe, type))) {
            WireExchange put = held.put();
            String expected = "a Token of type " + type + " accepted";
            if (warns) {
                probe.claim(id).on(put).holdsOrWarns(put.accepted(), expected, put.outcome());
            } else {
                probe.claim(id).on(put).holds(put.accepted(), expected, put.outcome());
            }
            if (put.accepted() && probe.is(SpecVersion.V2_3_0)) {
                shows(probe, id, held, type);
            }
        }
    }

    @Proves(value = "TOK-082", sut = SutRole.CPO)
    void every_whitelist_value_is_accepted(Probe probe) {
        for (String whitelist : List.of("ALWAYS", "ALLOWED", "ALLOWED_OFFLINE", "NEVER")) {
            WireExchange put = HeldToken.of(probe, safe(probe, HeldToken.RFID).put("whitelist", whitelist))
                    .put();
            probe.claim("TOK-082").on(put).holds(put.accepted(), "whitelist " + whitelist + " accepted", put.outcome());
        }
        WireExchange put = HeldToken.of(probe, safe(probe, HeldToken.RFID).put("whitelist", "SOMETIMES"))
                .put();
        probe.claim("TOK-082")
                .on(put)
                .holdsOrWarns(Answers.isOk(put, 2001), "status_code 2001 for whitelist SOMETIMES", put.outcome());
    }

    /** A token that lets nobody charge. */
    private static ObjectNode safe(Probe probe, String type) {
        return samples(probe).of(type, "NEVER", false);
    }

    private static TokenSamples samples(Probe probe) {
        return probe.platform().samples().tokens();
    }
}
