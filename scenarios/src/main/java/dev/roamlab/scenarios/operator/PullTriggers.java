package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Pulled;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Fetching lists and single objects from the partner registered last. */
final class PullTriggers {
    private static final Duration SOME_DAYS = Duration.ofDays(30);
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final List<String> PLACE = List.of("location_id", "evse_uid", "connector_id");

    private PullTriggers() {}

    static void addTo(Triggers triggers, CpoNode cpo) {
        triggers.can(
                        "pull",
                        "module, full?",
                        "fetches the partner's tokens",
                        params -> cpo.ask(parts -> {
                                    requireModule(params, List.of("tokens"));
                                    return Pulls.fetch(
                                            parts.tokensPull(),
                                            partner(parts.platform()),
                                            wanted(parts.platform(), params));
                                })
                                .map(PullTriggers::facts))
                .can(
                        "fetch",
                        "module, id",
                        "fetches our own location, tariff or session back from the partner",
                        params -> cpo.ask(parts -> fetchOwn(parts.platform(), params)));
    }

    static void addTo(Triggers triggers, EmspNode emsp) {
        triggers.can(
                        "pull",
                        "module, full?",
                        "fetches one of the partner's lists",
                        params -> emsp.ask(parts -> {
                                    requireModule(params, List.of("locations", "tariffs", "sessions", "cdrs"));
                                    Platform platform = parts.platform();
                                    return Pulls.byEmsp(parts, partner(platform), wanted(platform, params))
                                            .orElseThrow();
                                })
                                .map(PullTriggers::facts))
                .can(
                        "fetch",
                        "module, id",
                        "fetches a location, location/evse or location/evse/connector, or our token back",
                        params -> emsp.ask(parts -> fetchByEmsp(parts.platform(), params)));
    }

    private static Partner partner(Platform platform) {
        return PartnershipTriggers.last(platform);
    }

    private static void requireModule(Params params, List<String> known) {
        String module = params.text("module");
        if (!known.contains(module)) {
            throw Refusal.cannot(
                    params.trigger() + ": module: we do not do this with " + module + ", only with " + known);
        }
    }

    private static Pulls.Wanted wanted(Platform platform, Params params) {
        boolean full = params.flag("full", true);
        return new Pulls.Wanted(
                new ModuleId(params.text("module")),
                !full,
                OptionalInt.empty(),
                platform.lab().clock().instant().minus(full ? SOME_DAYS : A_WHILE));
    }

    private static ObjectNode facts(Pulled pulled) {
        return Json.object().put("refused_objects", pulled.refused().size());
    }

    private static Future<ObjectNode> fetchByEmsp(Platform platform, Params params) {
        requireModule(params, List.of("locations", "tokens"));
        if (params.text("module").equals("tokens")) {
            return call(platform, Tokens.GET, own(platform, "token_uid", params.text("id")));
        }
        String[] ids = params.text("id").split("/", -1);
        if (ids.length > PLACE.size()) {
            throw Refusal.bad("fetch: id: at most location/evse/connector, found " + params.text("id"));
        }
        Map<String, String> path = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            path.put(PLACE.get(i), ids[i]);
        }
        return switch (ids.length) {
            case 1 -> call(platform, Locations.FETCH, path);
            case 2 -> call(platform, Locations.FETCH_EVSE, path);
            default -> call(platform, Locations.FETCH_CONNECTOR, path);
        };
    }

    private static Future<ObjectNode> fetchOwn(Platform platform, Params params) {
        requireModule(params, List.of("locations", "tariffs", "sessions"));
        String id = params.text("id");
        return switch (params.text("module")) {
            case "locations" -> call(platform, Locations.GET, own(platform, "location_id", id));
            case "tariffs" -> call(platform, Tariffs.GET, own(platform, "tariff_id", id));
            default -> call(platform, Sessions.GET, own(platform, "session_id", id));
        };
    }

    private static Map<String, String> own(Platform platform, String idName, String id) {
        Party us = platform.settings().party();
        return Map.of(
                "country_code",
                us.countryCode().value(),
                "party_id",
                us.partyId().value(),
                idName,
                id);
    }

    private static <R extends Record> Future<ObjectNode> call(
            Platform platform, Operation<Nothing, R> operation, Map<String, String> path) {
        return platform.calling(partner(platform))
                .call(operation, path, "")
                .map(reply -> Json.object().put("found", reply.data().isPresent()));
    }
}
