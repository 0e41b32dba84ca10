package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the OCPI objects in the evidence, by what the URL says a body must be. */
public final class Seen {
    private static final Map<String, String> OF_MODULE = Map.of(
            "versions", "Version",
            "version_details", "VersionDetails",
            "credentials", "Credentials",
            "sessions", "Session",
            "cdrs", "CDR",
            "tariffs", "Tariff",
            "tokens", "Token",
            "callback", "CommandResult");
    private static final List<String> DEPTHS = List.of("Location", "EVSE", "Connector");

    private final Evidence evidence;
    private final SpecVersion version;

    Seen(Evidence evidence, SpecVersion version) {
        this.evidence = evidence;
        this.version = version;
    }

    /** Every object of this type that the system under test wrote in this version, in the order in which they came. */
    public List<SeenObject> all(String type) {
        return evidence.all().stream()
                .flatMap(exchange -> in(exchange).stream())
                .filter(object -> object.type().equals(type))
                .toList();
    }

    /** Every object that the system under test wrote in this version. */
    public List<SeenObject> all() {
        return evidence.all().stream()
                .flatMap(exchange -> in(exchange).stream())
                .toList();
    }

    /** The objects that the system under test wrote in this exchange. */
    public List<SeenObject> in(WireExchange exchange) {
        if (exchange.target().isEmpty()
                || exchange.target().get().version().filter(of -> of != version).isPresent()) {
            return List.of();
        }
        Target target = exchange.target().get();
        Optional<String> type = exchange.fromSut() ? requestType(exchange, target) : answerType(exchange, target);
        JsonNode body = exchange.sutBody().json();
        String root = exchange.fromSut() ? "" : "/data";
        JsonNode found = exchange.fromSut() ? body : body.path("data");
        if (type.isEmpty() || !exchange.fromSut() && !exchange.accepted()) {
            return List.of();
        }
        return objects(type.get(), found, exchange, root);
    }

    private static List<SeenObject> objects(String type, JsonNode found, WireExchange exchange, String root) {
        boolean partial = exchange.fromSut() && exchange.method().equals("PATCH");
        List<SeenObject> objects = new ArrayList<>();
        if (found.isObject()) {
            objects.add(new SeenObject(type, found, partial, exchange, root));
        } else if (found.isArray()) {
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).isObject()) {
                    objects.add(new SeenObject(type, found.get(i), partial, exchange, root + "/" + i));
                }
            }
        }
        return objects;
    }

    private static Optional<String> requestType(WireExchange exchange, Target target) {
        if (!List.of("PUT", "PATCH", "POST").contains(exchange.method())) {
            return Optional.empty();
        }
        return switch (target.module()) {
            case "locations" -> depth(target.rest().size() - 3);
            case "commands" -> target.rest().stream().findFirst().map(Seen::commandObject);
            case "tokens" ->
                target.is("tokens", Side.SENDER)
                        ? Optional.of("LocationReferences")
                                .filter(type -> !exchange.requestBody().isEmpty())
                        : Optional.of("Token");
            case "sessions" -> Optional.of(target.is("sessions", Side.SENDER) ? "ChargingPreferences" : "Session");
            case "versions", "version_details" -> Optional.empty();
            default -> Optional.ofNullable(OF_MODULE.get(target.module()));
        };
    }

    private static Optional<String> answerType(WireExchange exchange, Target target) {
        boolean get = exchange.method().equals("GET");
        return switch (target.module()) {
            case "credentials" ->
                Optional.of("Credentials").filter(type -> !exchange.method().equals("DELETE"));
            case "commands" ->
                Optional.of("CommandResponse").filter(type -> exchange.method().equals("POST"));
            case "tokens" ->
                get
                        ? Optional.of("Token")
                        : Optional.of("AuthorizationInfo").filter(type -> target.is("tokens", Side.SENDER));
            case "locations" ->
                depth(target.rest().size() - (target.is("locations", Side.SENDER) ? 1 : 3))
                        .or(() -> Optional.of("Location"))
                        .filter(type -> get);
            default -> Optional.ofNullable(OF_MODULE.get(target.module())).filter(type -> get);
        };
    }

    /** @param below 0 for a Location, 1 for an EVSE in it, 2 for a Connector in that */
    private static Optional<String> depth(int below) {
        return Stream.of(below)
                .filter(index -> index >= 0 && index < DEPTHS.size())
                .map(DEPTHS::get)
                .findFirst();
    }

    private static String commandObject(String command) {
        return switch (command) {
            case "CANCEL_RESERVATION" -> "CancelReservation";
            case "RESERVE_NOW" -> "ReserveNow";
            case "START_SESSION" -> "StartSession";
            case "STOP_SESSION" -> "StopSession";
            case "UNLOCK_CONNECTOR" -> "UnlockConnector";
            default -> "Command";
        };
    }
}
