package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.ObjectsCheck;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every command and CommandResponse that was seen. Spec: mod_commands_objects. */
@Checks(module = CatalogueModule.COMMANDS)
final class CommandTrafficCheck {
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "START_SESSION", List.of("response_url", "token", "location_id"),
            "STOP_SESSION", List.of("response_url", "session_id"),
            "RESERVE_NOW", List.of("response_url", "token", "expiry_date", "reservation_id", "location_id"),
            "CANCEL_RESERVATION", List.of("response_url", "reservation_id"),
            "UNLOCK_CONNECTOR", List.of("response_url", "location_id", "evse_uid", "connector_id"));
    private static final long HOUR = 3600;
    private static final long NEARLY = 120;

    @Proves(
            value = {
                "CMD-026", "CMD-030", "CMD-031", "CMD-035", "CMD-036", "CMD-037", "CMD-054", "CMD-056", "CMD-058",
                "CMD-068", "CMD-069", "CMD-072", "CMD-076"
            },
            stage = Stage.FINAL)
    void objects_have_their_fields(Probe probe) {
        ObjectsCheck.judge(probe);
    }

    @Proves(
            value = {"CMD-001", "CMD-002"},
            stage = Stage.FINAL)
    void module_is_listed_as_receiver(Probe probe) {
        boolean receiver = probe.offers("commands", Side.RECEIVER);
        if (probe.role() == SutRole.EMSP) {
            if (probe.published().mentions(probe.version(), "commands")) {
                probe.claim("CMD-001").held();
            }
            return;
        }
        probe.claim("CMD-001").holds(receiver, "commands with role RECEIVER", "no such endpoint");
        if (receiver) {
            for (String module : List.of("locations", "sessions")) {
                probe.claim("CMD-002")
                        .holds(probe.offers(module, Side.SENDER), module + " with role SENDER", "no such endpoint");
            }
        }
    }

    @Proves(
            value = {"CMD-018", "CMD-030"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void an_answer_is_one_command_response(Probe probe) {
        for (WireExchange answer : Commands.sent(probe)) {
            JsonNode data = answer.data();
            boolean success =
                    answer.ocpiStatus().filter(code -> code / 1000 == 1).isPresent();
            boolean complete = data.isObject()
                    && data.path("result").isTextual()
                    && data.path("timeout").isIntegralNumber();
            if (success) {
                probe.claim("CMD-018")
                        .on(answer)
                        .at("/data")
                        .holds(
                                complete && answer.status() / 100 == 2,
                                "HTTP 2xx and one object with result and timeout",
                                answer.outcome() + " " + data);
                if (data.path("result").asText().equals(Command.ACCEPTED)) {
                    probe.claim("CMD-030")
                            .on(answer)
                            .at("/data/timeout")
                            .holdsOrWarns(data.path("timeout").asInt(0) > 0, "a timeout > 0", data);
                }
            } else if (data.isObject() && data.has("result")) {
                probe.claim("CMD-030")
                        .on(answer)
                        .at("/data")
                        .holdsOrWarns(complete, "result and timeout, in a refusal too", data);
            }
        }
    }

    @Proves(
            value = {"CMD-016", "CMD-080", "CMD-081"},
            stage = Stage.FINAL,
            sut = SutRole.EMSP)
    void the_body_is_that_of_the_command(Probe probe) {
        for (WireExchange command : Commands.received(probe)) {
            String name = command.target().orElseThrow().rest().get(0);
            boolean standard = REQUIRED.containsKey(name);
            if (probe.is(SpecVersion.V2_2_1)) {
                probe.claim("CMD-080").on(command).holds(standard, "one of the five commands", name);
            } else if (standard) {
                probe.claim("CMD-081").on(command).held();
            } else {
                probe.claim("CMD-081").on(command).notes("a command of your own: " + name);
            }
            if (standard) {
                List<String> missing = REQUIRED.get(name).stream()
                        .filter(field -> !command.requestBody().json().hasNonNull(field))
                        .toList();
                probe.claim("CMD-016")
                        .on(command)
                        .holds(missing.isEmpty(), "the object of " + name, "without " + missing);
            }
        }
    }

    @Proves(value = "CMD-023", stage = Stage.FINAL, sut = SutRole.EMSP)
    void every_command_has_its_own_response_url(Probe probe) {
        Set<String> used = new HashSet<>();
        List<WireExchange> commands = Commands.received(probe);
        for (WireExchange command : commands) {
            String url = command.requestBody().json().path("response_url").asText();
            boolean fresh = used.add(url);
            if (commands.size() > 1) {
                probe.claim("CMD-023").on(command).at("/response_url").holds(fresh, "a response_url of its own", url);
            }
        }
    }

    @Proves(
            value = {"CMD-037", "CMD-046", "CMD-048", "CMD-056", "CMD-058"},
            stage = Stage.FINAL,
            sut = SutRole.EMSP)
    void tokens_in_commands_are_the_emsps_own(Probe probe) {
        for (WireExchange command : Commands.received(probe)) {
            JsonNode body = command.requestBody().json();
            JsonNode token = body.path("token");
            if (token.isObject()) {
                owner(probe, command, token);
                String id = command.target().orElseThrow().rest().get(0).equals("RESERVE_NOW") ? "CMD-037" : "CMD-056";
                probe.claim(id)
                        .on(command)
                        .at("/token")
                        .holds(
                                !token.has("authorization_reference"),
                                "authorization_reference beside token, not in it",
                                token);
                boolean pushed = probe.platform()
                        .held("tokens")
                        .byId(token.path("uid").asText())
                        .isPresent();
                probe.claim("CMD-046").on(command).notes(pushed ? "a Token pushed before" : "a Token never pushed");
                probe.claim("CMD-046").on(command).held();
            }
            if (body.hasNonNull("connector_id") && token.isObject()) {
                probe.claim("CMD-058")
                        .on(command)
                        .at("/evse_uid")
                        .holds(body.hasNonNull("evse_uid"), "evse_uid with connector_id", body);
            }
        }
    }

    private static void owner(Probe probe, WireExchange command, JsonNode token) {
        String country = token.path("country_code").asText();
        String party = token.path("party_id").asText();
        boolean own = probe.parties().stream().anyMatch(one -> one.is(country, party));
        Claim claim = probe.claim("CMD-048").on(command).at("/token/party_id");
        claim.holds(own, "a Token of " + probe.parties(), country + "/" + party);
        Optional<String> from = command.requestHeaders().first("OCPI-from-party-id");
        from.ifPresent(id -> claim.at("OCPI-from-party-id", "/token/party_id")
                .holds(
                        id.equalsIgnoreCase(party)
                                && command.requestHeaders()
                                        .first("OCPI-from-country-code")
                                        .filter(code -> !code.equalsIgnoreCase(country))
                                        .isEmpty(),
                        "the party of the routing headers, " + id,
                        party));
    }

    @Proves(value = "CMD-052", stage = Stage.FINAL, sut = SutRole.EMSP)
    void expiry_is_a_moment_to_come(Probe probe) {
        for (SeenObject reserve : probe.seen().all("ReserveNow")) {
            if (!reserve.exchange().fromSut()) {
                continue;
            }
            Claim claim = probe.claim("CMD-052").on(reserve).at("/expiry_date");
            Optional<Instant> expiry = Moment.of(reserve.json().path("expiry_date"));
            claim.holds(expiry.isPresent(), "a DateTime in UTC", reserve.json().path("expiry_date"));
            expiry.ifPresent(at -> {
                long ahead = Duration.between(reserve.exchange().at(), at).toSeconds();
                // In the past by whole hours, or nearly: local time was written as if it were UTC.
                claim.holds(ahead > -NEARLY, "a moment to come", at + ", " + -ahead / HOUR + " h ago");
            });
        }
    }

    /** Commands that crossed the wire in the version under test. */
    static final class Commands {
        private Commands() {}

        /** Those that we sent, with their answers. */
        static List<WireExchange> sent(Probe probe) {
            return probe.evidence().answers(answer -> isCommand(probe, answer));
        }

        /** Those that the system under test sent to us. */
        static List<WireExchange> received(Probe probe) {
            return probe.evidence().received(call -> isCommand(probe, call));
        }

        private static boolean isCommand(Probe probe, WireExchange exchange) {
            return exchange.method().equals("POST")
                    && exchange.target()
                            .filter(target -> target.is("commands", Side.RECEIVER)
                                    && target.rest().size() == 1
                                    && target.version()
                                            .filter(at -> at != probe.version())
                                            .isEmpty())
                            .isPresent()
                    && exchange.requestBody().json().isObject();
        }

        /** The requests to this address, whatever was appended to it. */
        static List<WireExchange> results(Probe probe, URI responseUrl) {
            String path = responseUrl.getRawPath();
            String secret = path.substring(path.lastIndexOf('/') + 1);
            return probe.evidence()
                    .received(call -> call.uri()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(secret));
        }
    }
}
