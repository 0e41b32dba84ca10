package dev.roamlab.conformance.checks.statuscodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.transport.Sample;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a Receiver answers what it cannot take. Spec: status_codes_2xxx_client_errors, status_codes_http_status_codes. */
@Checks(module = CatalogueModule.STATUS_CODES)
final class BadContentCheck {
    @Proves("STC-001")
    void what_is_no_json_is_http_400(Probe probe) {
        Sample sample = Sample.minimal(probe);
        for (String text : List.of("{\"a\":", "not json")) {
            WireExchange answer = sample.call("PUT").text(text).once().send();
            probe.claim("STC-001").on(answer).holds(answer.status() == 400, "HTTP 400", answer.outcome());
        }
        for (String text : List.of("{'a': 1}", "{\"a\": 1,}")) {
            WireExchange answer = sample.call("PUT").text(text).once().send();
            probe.claim("STC-001").on(answer).holdsOrWarns(answer.status() == 400, "HTTP 400", answer.outcome());
        }
        WireExchange got = sample.call("GET").send();
        probe.claim("STC-001").on(got).holds(!got.accepted(), "nothing stored", got.outcome());
    }

    @Proves("STC-002")
    void a_missing_body_is_http_400(Probe probe) {
        WireExchange answer = Sample.minimal(probe)
                .call("PUT")
                .header("Content-Type", "application/json")
                .once()
                .send();
        Claim claim = probe.claim("STC-002").on(answer);
        if (answer.status() == 200
                && answer.ocpiStatus().filter(code -> code / 1000 == 2).isPresent()) {
            claim.warns("HTTP 400", answer.outcome());
        } else {
            claim.holds(answer.status() == 400, "HTTP 400", answer.outcome());
        }
    }

    @Proves({"STC-003", "STC-010", "STC-018", "STC-019"})
    void invalid_objects_are_2001_in_an_http_200(Probe probe) {
        Sample sample = Sample.minimal(probe);
        WireExchange first = sample.call("PUT").body(sample.json()).send();
        if (!first.accepted()) {
            throw probe.skip("the PUT of a sample object was not accepted: " + first.outcome());
        }
        JsonNode before =
                probe.readBack(() -> sample.call("GET"), WireExchange::accepted).data();
        boolean taken = false;
        for (Map.Entry<String, ObjectNode> missing :
                withoutRequired(probe, sample).entrySet()) {
            taken |= !refused(probe, "STC-018", sample, missing.getValue(), missing.getKey());
        }
        for (Map.Entry<String, ObjectNode> wrong : wrongValues(sample).entrySet()) {
            taken |= !refused(probe, "STC-019", sample, wrong.getValue(), wrong.getKey());
        }
        if (!taken) {
            WireExchange got = sample.call("GET").send();
            for (String id : List.of("STC-018", "STC-019")) {
                probe.claim(id)
                        .on(got)
                        .at("/data")
                        .holdsOrWarns(got.data().equals(before), "the object as it was", got.data());
            }
        }
    }

    /** Whether the system did not take it; nobody obliges it to. */
    private static boolean refused(Probe probe, String id, Sample sample, ObjectNode json, String what) {
        WireExchange answer = sample.call("PUT").body(json).once().send();
        probe.claim("STC-003")
                .on(answer)
                .holds(answer.status() / 100 == 2, "HTTP 2xx for content that is wrong: " + what, answer.outcome());
        boolean as2001 = answer.status() == 200
                && answer.ocpiStatus().filter(code -> code == 2001).isPresent();
        probe.claim(id).on(answer).holdsOrWarns(as2001, "HTTP 200 and status_code 2001: " + what, answer.outcome());
        answer.ocpiStatus()
                .filter(code -> code / 1000 != 1)
                .ifPresent(code -> probe.claim("STC-010")
                        .on(answer)
                        .at("/status_code")
                        .holds(code / 1000 == 2, "2xxx: the fault is in the content (" + what + ")", code));
        return !answer.accepted();
    }

    private static Map<String, ObjectNode> withoutRequired(Probe probe, Sample sample) {
        String type = switch (sample.module()) {
            case "tokens" -> "Token";
            case "locations" -> "Location";
            default -> "Tariff";
        };
        Map<String, ObjectNode> bodies = new LinkedHashMap<>();
        for (String field : ObjectSchemas.of(probe.version()).requiredFields(type)) {
            if (sample.json().has(field)) {
                ObjectNode without = sample.json().deepCopy();
                without.remove(field);
                bodies.put("without " + field, without);
                bodies.put(field + " null", sample.json().deepCopy().putNull(field));
            }
        }
        return bodies;
    }

    private static Map<String, ObjectNode> wrongValues(Sample sample) {
        Map<String, ObjectNode> bodies = new LinkedHashMap<>();
        switch (sample.module()) {
            case "tokens" -> {
                bodies.put("whitelist BANANA", sample.json().deepCopy().put("whitelist", "BANANA"));
                bodies.put("valid as a string", sample.json().deepCopy().put("valid", "yes"));
            }
            case "locations" ->
                bodies.put("publish as a string", sample.json().deepCopy().put("publish", "yes"));
            default ->
                bodies.put("elements as a string", sample.json().deepCopy().put("elements", "none"));
        }
        bodies.put("last_updated 29-06-2015", sample.json().deepCopy().put("last_updated", "29-06-2015"));
        return bodies;
    }

    @Proves("STC-020")
    void a_patch_without_last_updated_is_2001(Probe probe) {
        Sample sample = Sample.minimal(probe);
        WireExchange put = sample.call("PUT").body(sample.json()).send();
        if (!put.accepted()) {
            throw probe.skip("the PUT of a sample object was not accepted: " + put.outcome());
        }
        String field = sample.changingField();
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.set(field, sample.changed().path(field));
        WireExchange answer = sample.call("PATCH").body(patch).send();
        boolean as2001 = answer.ocpiStatus().filter(code -> code == 2001).isPresent();
        probe.claim("STC-020").on(answer).holdsOrWarns(as2001, "status_code 2001", answer.outcome());
    }

    @Proves({"STC-005", "STC-006", "STC-007"})
    void http_statuses_of_objects(Probe probe) {
        Sample sample = Sample.minimal(probe);
        WireExchange missing = sample.call("GET").send();
        Claim absent = probe.claim("STC-005").on(missing);
        absent.holds(missing.status() == 404, "HTTP 404", missing.outcome());
        WireExchange created = sample.call("PUT").body(sample.json()).send();
        probe.claim("STC-007")
                .on(created)
                .holds(
                        created.status() == 201 && created.accepted(),
                        "HTTP 201 and status_code 1000",
                        created.outcome());
        if (!created.accepted()) {
            return;
        }
        WireExchange changed = sample.call("PUT").body(sample.changed()).send();
        probe.claim("STC-006")
                .on(changed)
                .holds(
                        changed.status() == 200 && changed.accepted(),
                        "HTTP 200 and status_code 1000",
                        changed.outcome());
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("last_updated", sample.later());
        patch.set(sample.changingField(), sample.json().path(sample.changingField()));
        WireExchange patched = sample.call("PATCH").body(patch).send();
        probe.claim("STC-006")
                .on(patched)
                .holds(
                        patched.status() == 200 && patched.accepted(),
                        "HTTP 200 and status_code 1000",
                        patched.outcome());
    }

    @Proves({"STC-004", "STC-021"})
    void bad_parameters_are_2001_in_an_http_200(Probe probe) {
        for (String module : List.of("locations", "sessions", "cdrs", "tariffs", "tokens")) {
            if (!probe.offers(module, Side.SENDER)) {
                continue;
            }
            for (String[] bad : new String[][] {{"date_from", "yesterday"}, {"limit", "abc"}, {"offset", "-1"}}) {
                WireExchange answer = (bad[0].equals("date_from")
                                ? probe.get(probe.endpoint(module, Side.SENDER))
                                : probe.list(module))
                        .query(bad[0], bad[1])
                        .once()
                        .send();
                if (!answer.accepted()) {
                    boolean right = answer.status() == 200
                            && answer.ocpiStatus()
                                    .filter(code -> code == 2001 || code == 2000)
                                    .isPresent();
                    probe.claim("STC-004")
                            .on(answer)
                            .holds(
                                    right,
                                    "HTTP 200 and status_code 2001 for " + bad[0] + "=" + bad[1],
                                    answer.outcome());
                }
            }
            WireExchange answer = probe.get(probe.endpoint(module, Side.SENDER))
                    .query("date_from", "2015-13-45T99:00:00Z")
                    .once()
                    .send();
            boolean right = answer.ocpiStatus().filter(code -> code == 2001).isPresent() && answer.status() == 200;
            probe.claim("STC-021")
                    .on(answer)
                    .holdsOrWarns(right, "status_code 2001 for a DateTime that is none", answer.outcome());
        }
    }

    @Proves("STC-023")
    void an_unknown_location_is_2003(Probe probe) {
        var commands = probe.endpoint("commands", Side.RECEIVER);
        ObjectNode body = probe.platform()
                .samples()
                .commands()
                .start(
                        probe.version(),
                        probe.platform().expectCommandResult(probe.version()).url(),
                        probe.platform().samples().tokens().minimal(probe.version()),
                        "LAB-DOES-NOT-EXIST",
                        java.util.Optional.empty(),
                        java.util.Optional.empty());
        WireExchange answer = probe.post(commands, body).path("START_SESSION").send();
        boolean right = answer.status() == 200
                && answer.ocpiStatus().filter(code -> code == 2003).isPresent();
        boolean accepted = answer.data().path("result").asText().equals("ACCEPTED");
        if (!accepted) {
            probe.claim("STC-023").on(answer).holdsOrWarns(right, "HTTP 200 and status_code 2003", answer.outcome());
        }
    }

    @Proves("STC-024")
    void an_unknown_token_is_2004(Probe probe) {
        WireExchange answer = probe.call("POST", probe.endpoint("tokens", Side.SENDER))
                .path("LAB-UNKNOWN-UID", "authorize")
                .send();
        boolean right = answer.status() == 404
                || answer.ocpiStatus().filter(code -> code == 2004).isPresent();
        probe.claim("STC-024").on(answer).holds(right, "HTTP 404 or status_code 2004", answer.outcome());
    }

    @Proves("STC-022")
    void too_little_information_is_2002(Probe probe) {
        var tokens = probe.endpoint("tokens", Side.SENDER);
        String uid = probe.sut()
                .known()
                .locationDependentToken()
                .orElseThrow(() -> probe.inconclusive("the SUT file names no known.tokens.location_dependent"));
        WireExchange answer = probe.call("POST", tokens).path(uid, "authorize").send();
        probe.claim("STC-022")
                .on(answer)
                .holds(
                        answer.ocpiStatus().filter(code -> code == 2002).isPresent(),
                        "status_code 2002 without a location",
                        answer.outcome());
    }
}
