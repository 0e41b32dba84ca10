package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Commands of an eMSP under test: what is known and free is accepted, the result follows at the response_url, and a charge that
 * was started lives until it is stopped. Spec: mod_commands_cpo_interface.
 */
final class CommandsReceiver implements Behaviour {
    private static final int TIMEOUT_SECONDS = 30;
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "START_SESSION", List.of("response_url", "token", "location_id"),
            "STOP_SESSION", List.of("response_url", "session_id"),
            "RESERVE_NOW", List.of("response_url", "token", "expiry_date", "reservation_id", "location_id"),
            "CANCEL_RESERVATION", List.of("response_url", "reservation_id"),
            "UNLOCK_CONNECTOR", List.of("response_url", "location_id", "evse_uid", "connector_id"));
    private static final Set<String> AT_A_PLACE = Set.of("START_SESSION", "RESERVE_NOW", "UNLOCK_CONNECTOR");

    private final Counterpart counterpart;
    private final CommandedCharges commanded;
    private final Reservations reservations = new Reservations();

    CommandsReceiver(Counterpart counterpart) {
        this.counterpart = counterpart;
        this.commanded = new CommandedCharges(counterpart, reservations);
    }

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (incoming.rest().size() != 1) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        if (!incoming.method().equals("POST")) {
            throw Refused.method(incoming);
        }
        String command = incoming.rest().get(0);
        List<String> required = REQUIRED.get(command);
        if (required == null) {
            return Future.succeededFuture(response("NOT_SUPPORTED"));
        }
        ObjectNode body = ObjectReceiver.object(incoming);
        for (String field : required) {
            if (!body.hasNonNull(field)) {
                throw Refused.invalid("/" + field + ": required");
            }
        }
        return Future.succeededFuture(response(commanded(incoming, command, body)));
    }

    private static Reply response(String result) {
        return Reply.envelope(
                JsonNodeFactory.instance.objectNode().put("result", result).put("timeout", TIMEOUT_SECONDS));
    }

    private String commanded(Incoming incoming, String command, ObjectNode body) {
        Platform platform = incoming.platform();
        LivingCharges charges = counterpart.charges(platform);
        Optional<Spot> spot = AT_A_PLACE.contains(command) ? Optional.of(spot(charges, body)) : Optional.empty();
        String sessionId = body.path("session_id").asText();
        if (command.equals("STOP_SESSION")
                && charges.of(sessionId).filter(LivingCharge::isActive).isEmpty()) {
            return platform.owned("sessions").get(sessionId).isPresent() ? "REJECTED" : "UNKNOWN_SESSION";
        }
        URI responseUrl = LenientUri.of(body.path("response_url").asText());
        counterpart
                .map()
                .learn(responseUrl, new Target("callback", Optional.of(Side.SENDER), incoming.version(), List.of()));
        String result = result(platform, command, body, spot);
        commanded.follow(new CommandedCharges.Order(platform, command, body, responseUrl, result, spot));
        return "ACCEPTED";
    }

    private static Spot spot(LivingCharges charges, JsonNode body) {
        Optional<String> evse = text(body, "evse_uid");
        Optional<String> connector = text(body, "connector_id");
        if (connector.isPresent() && evse.isEmpty()) {
            throw Refused.invalid("/evse_uid: required with connector_id");
        }
        return charges.spot(body.path("location_id").asText(), evse, connector)
                .orElseThrow(() -> new Refused(200, 2003, "/location_id, /evse_uid, /connector_id: not known"));
    }

    static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    private String result(Platform platform, String command, JsonNode body, Optional<Spot> spot) {
        return switch (command) {
            case "START_SESSION" -> {
                boolean free = mayUse(platform, body, spot);
                if (free) {
                    counterpart.charges(platform).occupy(spot.orElseThrow());
                }
                yield free ? "ACCEPTED" : "EVSE_OCCUPIED";
            }
            case "RESERVE_NOW" -> {
                boolean free = mayUse(platform, body, spot);
                if (free) {
                    reservations.note(platform, body, spot.orElseThrow());
                }
                yield free ? "ACCEPTED" : "EVSE_OCCUPIED";
            }
            case "CANCEL_RESERVATION" -> reservations.isKnown(platform, body) ? "ACCEPTED" : "UNKNOWN_RESERVATION";
            default -> "ACCEPTED";
        };
    }

    private boolean mayUse(Platform platform, JsonNode body, Optional<Spot> spot) {
        return spot.filter(at -> reservations.mayUse(
                        platform, body, at, counterpart.charges(platform).isFree(at)))
                .isPresent();
    }
}
