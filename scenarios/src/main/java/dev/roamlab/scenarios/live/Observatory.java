package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.lab.Redaction;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.store.Filter;
import dev.roamlab.node.store.Page;
import dev.roamlab.node.store.PageQuery;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.fleet.SimulatedStation;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the state of the lab; blocks the scenario's thread meanwhile. */
final class Observatory {
    private static final int MOST = 1_000_000;

    private final Lab lab;
    private final LiveEmsp desk;
    private final Bills bills;
    private final Questions questions;

    Observatory(Lab lab, LiveEmsp desk, Bills bills, Questions questions) {
        this.lab = lab;
        this.desk = desk;
        this.bills = bills;
        this.questions = questions;
    }

    List<JsonNode> look(Who at, ObjectKind kind) {
        if (at != Who.CHARGER && (kind == ObjectKind.LOCATION || kind == ObjectKind.EVSE)) {
            List<JsonNode> locations = allLocations(at);
            return kind == ObjectKind.EVSE ? evses(locations) : locations;
        }
        return switch (at) {
            case EMSP -> Wait.until(lab.emsp().ask(parts -> emsp(parts, kind)));
            case CPO -> Wait.until(lab.cpo().ask(parts -> cpo(parts, kind)));
            case CHARGER -> chargers(kind);
        };
    }

    /** Locations are many, so only what is sought is fetched. */
    List<JsonNode> look(Who at, ObjectKind kind, Stage.Sought sought) {
        String id = sought.fields().get(kind == ObjectKind.EVSE ? "location_id" : "id");
        boolean places = at != Who.CHARGER && (kind == ObjectKind.LOCATION || kind == ObjectKind.EVSE);
        if (!places || id == null && !sought.any()) {
            return look(at, kind);
        }
        List<JsonNode> locations =
                id == null ? Wait.until(anyLocation(at)) : Wait.until(location(at, new CiString(id)));
        return kind == ObjectKind.EVSE ? evses(locations) : locations;
    }

    /** There may be a hundred thousand, so they are read here and not on a node's event loop. */
    private List<JsonNode> allLocations(Who at) {
        PageQuery all = PageQuery.at(Filter.ALL, 0, MOST);
        Page page = Wait.until(
                at == Who.EMSP
                        ? lab.emsp().ask(parts -> parts.locations().raw().page(all))
                        : lab.cpo()
                                .ask(parts -> parts.locations().stored().raw().page(all)));
        return page.items().stream()
                .map(stored -> (JsonNode) Json.parseOwn(stored.json()))
                .toList();
    }

    private Future<List<JsonNode>> anyLocation(Who at) {
        return at == Who.EMSP
                ? lab.emsp().ask(parts -> json(parts.locations().first(1, "")))
                : lab.cpo().ask(parts -> json(parts.locations().first(1)));
    }

    private Future<List<JsonNode>> location(Who at, CiString id) {
        World.Business cpo = lab.world().cpo();
        String key = Keys.of(Party.of(cpo.countryCode(), cpo.partyId()), id.value());
        Future<Optional<Document<Location>>> found = at == Who.EMSP
                ? lab.emsp().ask(parts -> parts.locations().find(key))
                : lab.cpo().ask(parts -> parts.locations().find(id));
        return found.map(location ->
                location.stream().map(document -> (JsonNode) document.json()).toList());
    }

    private Future<List<JsonNode>> emsp(EmspNode.Parts parts, ObjectKind kind) {
        return switch (kind) {
            case PARTNER ->
                Future.succeededFuture(partners(parts.platform().partners().all()));
            case TARIFF -> json(parts.tariffs().first(MOST, ""));
            case TOKEN -> json(parts.drivers().tokens().first(MOST, ""));
            case SESSION -> json(parts.sessions().first(MOST, ""));
            case CDR -> json(parts.cdrs().first(MOST, ""));
            case AUTHORIZATION -> Future.succeededFuture(questions.asked());
            case COMMAND ->
                Future.succeededFuture(
                        desk.sent().stream().map(Observatory::command).toList());
            case BILL ->
                bills.all()
                        .map(all ->
                                all.stream().map(bill -> (JsonNode) bill.json()).toList());
            case LOCATION, EVSE, STATION, CONNECTOR -> throw unseen(Who.EMSP, kind);
        };
    }

    private Future<List<JsonNode>> cpo(CpoNode.Parts parts, ObjectKind kind) {
        return switch (kind) {
            case PARTNER ->
                Future.succeededFuture(partners(parts.platform().partners().all()));
            case TARIFF -> Future.succeededFuture(tariffs(parts));
            case TOKEN -> Future.succeededFuture(tokens(parts));
            case SESSION -> json(parts.charges().sessions().first(MOST, ""));
            case CDR -> json(parts.cdrs().cdrs().first(MOST, ""));
            case AUTHORIZATION -> Future.succeededFuture(questions.asked());
            case STATION -> Future.succeededFuture(stations(parts));
            case CONNECTOR -> Future.succeededFuture(connectors(parts));
            case LOCATION, EVSE, BILL, COMMAND -> throw unseen(Who.CPO, kind);
        };
    }

    private List<JsonNode> chargers(ObjectKind kind) {
        List<JsonNode> seen = new ArrayList<>();
        for (SimulatedStation station : lab.fleet().stations()) {
            StationSnapshot now = station.state();
            if (kind == ObjectKind.STATION) {
                seen.add(Json.object()
                        .put("id", now.chargePointId())
                        .put("connected", now.accepted())
                        .put("powered", now.powered()));
            } else if (kind == ObjectKind.CONNECTOR) {
                now.connectors().forEach(connector -> seen.add(connector(now, connector)));
            } else {
                throw unseen(Who.CHARGER, kind);
            }
        }
        return seen;
    }

    private static JsonNode connector(StationSnapshot station, StationSnapshot.Connector connector) {
        ObjectNode json = Json.object();
        json.put("charger", station.chargePointId());
        json.put("connector", connector.number());
        json.put("status", connector.status().status().toString());
        json.put("plugged_in", connector.plugged());
        json.put("charging", connector.watts() > 0);
        json.put("energy_kwh", connector.energyWh() / 1000.0);
        connector.stateOfCharge().ifPresent(soc -> json.put("soc", soc));
        return json;
    }

    private static <T extends Record> Future<List<JsonNode>> json(Future<List<Document<T>>> documents) {
        return documents.map(
                all -> all.stream().map(document -> (JsonNode) document.json()).toList());
    }

    private static List<JsonNode> evses(List<JsonNode> locations) {
        List<JsonNode> evses = new ArrayList<>();
        for (JsonNode location : locations) {
            for (JsonNode evse : location.path("evses")) {
                ObjectNode placed = evse.deepCopy();
                placed.set("location_id", location.path("id"));
                evses.add(placed);
            }
        }
        return evses;
    }

    private static List<JsonNode> partners(List<Partner> partners) {
        List<JsonNode> seen = new ArrayList<>();
        for (Partner partner : partners) {
            ObjectNode json = Json.object();
            json.put("party", partner.party().toString());
            json.put("role", partner.roles().get(0).role().toString());
            json.put("version", partner.version().value());
            json.put(
                    "outgoing_token",
                    Redaction.fingerprint(partner.outgoingToken().value()));
            json.put(
                    "incoming_token",
                    Redaction.fingerprint(partner.incomingToken().value()));
            partner.endpoints().stream()
                    .map(endpoint -> endpoint.identifier().value())
                    .distinct()
                    .forEach(json.withArray("endpoints")::add);
            seen.add(json);
        }
        return seen;
    }

    /** The CPO is asked for what the story's world has: its caches are made for finding, not for listing. */
    private List<JsonNode> tariffs(CpoNode.Parts parts) {
        return lab.world().tariffs().stream()
                .map(tariff ->
                        parts.tariffs().find(new CiString(tariff.path("id").asText())))
                .flatMap(Optional::stream)
                .map((Tariff tariff) -> (JsonNode) Document.of(tariff).json())
                .toList();
    }

    private List<JsonNode> tokens(CpoNode.Parts parts) {
        List<String> uids = new ArrayList<>();
        lab.world().drivers().forEach(driver -> driver.tokens().forEach(token -> uids.add(token.uid())));
        desk.issued().stream().filter(uid -> !uids.contains(uid)).forEach(uids::add);
        return uids.stream()
                .flatMap(uid -> parts.tokens().presented(uid).stream())
                .map((Token token) -> (JsonNode) Document.of(token).json())
                .toList();
    }

    private static List<JsonNode> stations(CpoNode.Parts parts) {
        return parts.stations().views().stream()
                .map(view -> (JsonNode) Json.object().put("id", view.id()).put("connected", view.connected()))
                .toList();
    }

    private static List<JsonNode> connectors(CpoNode.Parts parts) {
        List<JsonNode> seen = new ArrayList<>();
        parts.stations()
                .views()
                .forEach(view -> view.connectors()
                        .forEach(connector -> seen.add(Json.object()
                                .put("charger", view.id())
                                .put("connector", connector.evseId())
                                .put("status", connector.status().toString()))));
        return seen;
    }

    private static JsonNode command(LiveEmsp.Sent sent) {
        ObjectNode json = Json.object();
        json.put("command", sent.command());
        json.put("uid", sent.uid());
        var outcome = sent.pending().outcome();
        outcome.response()
                .ifPresent(response -> json.put("response", response.result().toString()));
        outcome.result().ifPresent(result -> json.put("result", result.result().toString()));
        return json;
    }

    private static ScenarioBroken unseen(Who at, ObjectKind kind) {
        return new ScenarioBroken("a " + kind.spelling() + " cannot be seen at the " + at.spelling());
    }
}
