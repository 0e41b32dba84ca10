package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands of an eMSP's drivers, and the results that we post. Spec: mod_commands_emsp_interface. */
@Checks(module = CatalogueModule.COMMANDS)
final class DriversCommandsCheck {
    private static final List<String> RESULTS = List.of(
            "ACCEPTED",
            "CANCELED_RESERVATION",
            "EVSE_OCCUPIED",
            "EVSE_INOPERATIVE",
            "FAILED",
            "NOT_SUPPORTED",
            "REJECTED",
            "TIMEOUT",
            "UNKNOWN_RESERVATION");

    /** Seconds after which a driver is told something. */
    private static final int SHORT = 10;

    @Proves(
            value = {"CMD-020", "CMD-021", "CMD-076"},
            stage = Stage.DRIVEN,
            sut = SutRole.EMSP)
    void the_emsp_takes_every_result(Probe probe) {
        for (String result : RESULTS) {
            WireExchange command = answered(probe);
            URI url =
                    URI.create(command.requestBody().json().path("response_url").asText());
            probe.tester()
                    .map()
                    .learn(
                            url,
                            new Target("callback", Optional.of(Side.SENDER), Optional.of(probe.version()), List.of()));
            if (result.equals(Command.ACCEPTED)) {
                otherMethods(probe, url);
            }
            WireExchange answer = probe.post(
                            url, JsonNodeFactory.instance.objectNode().put("result", result))
                    .send();
            boolean taken = answer.status() == 200
                    && answer.ocpiStatus().filter(code -> code == 1000).isPresent();
            probe.claim("CMD-076")
                    .on(answer)
                    .holds(answer.accepted(), "result " + result + " accepted", answer.outcome());
            if (result.equals(Command.ACCEPTED)) {
                probe.claim("CMD-021")
                        .on(answer)
                        .holds(
                                taken
                                        && answer.responseBody()
                                                .json()
                                                .path("timestamp")
                                                .isTextual(),
                                "HTTP 200, status_code 1000 and a timestamp",
                                answer.outcome());
                probe.claim("CMD-020").on(answer).holds(answer.accepted(), "POST still accepted", answer.outcome());
            }
        }
    }

    private static void otherMethods(Probe probe, URI url) {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            Call call = probe.call(method, url).once();
            WireExchange answer = List.of("PUT", "PATCH").contains(method)
                    ? call.body(JsonNodeFactory.instance.objectNode()).send()
                    : call.send();
            probe.claim("CMD-020")
                    .on(answer)
                    .holds(
                            answer.refused() || answer.status() == 501,
                            "a refusal such as HTTP 405",
                            method + ": " + answer.outcome());
        }
    }

    /** An UNLOCK_CONNECTOR of the eMSP's help desk that we answered with ACCEPTED, and whose result is still due. */
    private static WireExchange answered(Probe probe) {
        ObjectNode accepted =
                JsonNodeFactory.instance.objectNode().put("result", "ACCEPTED").put("timeout", 30);
        String marker = place(probe).get("evse_uid");
        try (Script script = probe.platform()
                .script(incoming -> incoming.is("POST", "commands", Side.RECEIVER)
                        && incoming.json().path("evse_uid").asText().equalsIgnoreCase(marker)
                        && incoming.rest().equals(List.of("UNLOCK_CONNECTOR")))
                .times(1)
                .answer(Reply.envelope(accepted))) {
            Map<String, String> params = new HashMap<>(place(probe));
            params.put("command", "UNLOCK_CONNECTOR");
            probe.trigger("send-command", params);
            return script.await(probe.sut().timings().reaction())
                    .orElseThrow(() -> probe.inconclusive("no UNLOCK_CONNECTOR arrived"));
        }
    }

    /** A connector of ours. */
    private static Map<String, String> place(Probe probe) {
        for (JsonNode location : probe.platform().owned("locations").list()) {
            JsonNode evse = location.at("/evses/0");
            if (evse.has("uid") && evse.at("/connectors/0").has("id")) {
                return Map.of(
                        "location_id", location.path("id").asText(),
                        "evse_uid", evse.path("uid").asText(),
                        "connector_id", evse.at("/connectors/0/id").asText());
            }
        }
        throw probe.skip("our own platform has no Location with a connector");
    }

    @Proves(
            value = {"CMD-016", "CMD-027"},
            stage = Stage.DRIVEN,
            sut = SutRole.EMSP)
    void a_driver_uses_all_commands(Probe probe) {
        WireExchange reserve = sent(probe, "RESERVE_NOW", place(probe));
        String id = reserve.requestBody().json().path("reservation_id").asText();
        Map<String, String> cancelled = new HashMap<>(place(probe));
        cancelled.put("reservation_id", id);
        WireExchange cancel = sent(probe, "CANCEL_RESERVATION", cancelled);
        String repeated = cancel.requestBody().json().path("reservation_id").asText();
        probe.claim("CMD-027")
                .on(cancel)
                .at("/reservation_id")
                .holds(repeated.equalsIgnoreCase(id), "reservation_id " + id + ", as in RESERVE_NOW", repeated);
        sent(probe, "START_SESSION", place(probe));
        probe.platform().owned("sessions").list().stream().findFirst().ifPresent(session -> {
            Map<String, String> stopped = new HashMap<>(place(probe));
            stopped.put("session_id", session.path("id").asText());
            sent(probe, "STOP_SESSION", stopped);
        });
    }

    private static WireExchange sent(Probe probe, String name, Map<String, String> place) {
        int mark = probe.evidence().mark();
        Map<String, String> params = new HashMap<>(place);
        params.put("command", name);
        probe.trigger("send-command", params);
        return arrived(probe, mark, name)
                .orElseThrow(() -> probe.inconclusive("no " + name + " arrived after the trigger send-command"));
    }

    private static Optional<WireExchange> arrived(Probe probe, int mark, String name) {
        return probe.await(
                mark,
                call -> call.method().equals("POST")
                        && call.target()
                                .filter(target -> target.is("commands", Side.RECEIVER)
                                        && target.rest().equals(List.of(name)))
                                .isPresent(),
                probe.sut().timings().reaction());
    }

    @Proves(
            value = {"CMD-042", "CMD-062"},
            stage = Stage.DRIVEN,
            sut = SutRole.EMSP)
    void a_blocked_token_is_sent_in_no_command(Probe probe) {
        String uid = probe.trigger("add-token", Map.of()).path("uid").asText("");
        if (uid.isEmpty()) {
            throw probe.inconclusive("the trigger add-token named no uid");
        }
        probe.trigger("block-token", Map.of("uid", uid));
        unsent(probe, "CMD-042", "RESERVE_NOW", uid);
        unsent(probe, "CMD-062", "START_SESSION", uid);
    }

    private static void unsent(Probe probe, String id, String name, String uid) {
        int mark = probe.evidence().mark();
        Map<String, String> params = new HashMap<>(place(probe));
        params.put("command", name);
        params.put("token_uid", uid);
        try {
            probe.trigger("send-command", params);
        } catch (dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable refused) {
            probe.claim(id).notes("the operator's side did not send it: " + refused.getMessage());
        }
        Optional<WireExchange> command = probe.await(
                mark,
                call -> call.requestBody().json().at("/token/uid").asText().equalsIgnoreCase(uid),
                probe.sut().timings().quiet());
        command.map(call -> probe.claim(id).on(call))
                .orElse(probe.claim(id))
                .holds(command.isEmpty(), "no " + name + " with a blocked Token", name);
    }

    @Proves(value = "CMD-059", stage = Stage.DRIVEN, sut = SutRole.EMSP)
    void a_connector_is_named_where_it_must_be(Probe probe) {
        ObjectNode location = probe.platform().samples().locations().minimal(probe.version());
        if (!(location.at("/evses/0") instanceof ObjectNode evse)) {
            throw probe.skip("our own sample Location has no EVSE");
        }
        evse.putArray("capabilities").add("REMOTE_START_STOP_CAPABLE").add("START_SESSION_CONNECTOR_REQUIRED");
        String id = location.path("id").asText();
        WireExchange put = probe.put(probe.endpoint("locations", Side.RECEIVER), location)
                .path(probe.us().countryCode(), probe.us().partyId(), id)
                .send();
        if (!put.accepted()) {
            throw probe.skip("a valid Location was not accepted: " + put.outcome());
        }
        WireExchange start;
        try {
            start = sent(
                    probe,
                    "START_SESSION",
                    Map.of(
                            "location_id", id,
                            "evse_uid", evse.path("uid").asText(),
                            "connector_id", evse.at("/connectors/0/id").asText()));
        } finally {
            evse.put("status", "REMOVED");
            probe.put(probe.endpoint("locations", Side.RECEIVER), location)
                    .path(probe.us().countryCode(), probe.us().partyId(), id)
                    .attempt();
        }
        JsonNode body = start.requestBody().json();
        if (body.path("location_id").asText().equalsIgnoreCase(id)) {
            probe.claim("CMD-059")
                    .on(start)
                    .at("/connector_id")
                    .holds(
                            body.hasNonNull("connector_id") && body.hasNonNull("evse_uid"),
                            "connector_id and evse_uid",
                            body);
        }
    }

    @Proves(value = "CMD-033", stage = Stage.ASKING, sut = SutRole.EMSP)
    void a_drivers_app_waits_no_longer_than_the_timeout(Probe probe) {
        ObjectNode accepted =
                JsonNodeFactory.instance.objectNode().put("result", "ACCEPTED").put("timeout", SHORT);
        String told;
        try (Script script = probe.platform()
                .script(incoming -> incoming.is("POST", "commands", Side.RECEIVER)
                        && incoming.rest().equals(List.of("START_SESSION")))
                .times(1)
                .answer(Reply.envelope(accepted))) {
            Map<String, String> params = new HashMap<>(place(probe));
            params.put("command", "START_SESSION");
            probe.trigger("send-command", params);
            if (script.await(probe.sut().timings().reaction()).isEmpty()) {
                throw probe.inconclusive("no START_SESSION arrived");
            }
            told = params.get("location_id");
        }
        Attestation.decide(
                probe,
                "CMD-033",
                "The tester has accepted a START_SESSION for Location " + told + " with a timeout of " + SHORT
                        + " s, and never tells how it ended. Does the driver see a failure or an unknown outcome shortly after"
                        + " these " + SHORT + " s, instead of being kept waiting?");
    }
}
