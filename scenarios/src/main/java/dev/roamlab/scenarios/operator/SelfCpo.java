package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.lab.Ids;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Our CPO with chargers that work, a past, and a charge of the tester's that goes on from the registration. */
record SelfCpo(Vertx vertx, String deployment, CpoNode node, Fleet fleet, Platform platform, OperatorDesk desk)
        implements SelfSubject.Self {
    private static final Party PARTY = Party.parse("BE-KAN");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String BUSY_CHARGER = "KAN-SIM-6";
    private static final String BUSY_DRIVER = "04A1B2C3D4E5F6";

    static Future<SelfCpo> start(Vertx vertx, LabContext lab, SelfSettings settings) {
        CpoNode node = new CpoNode(settings(settings), lab);
        return vertx.deployVerticle(node)
                .compose(deployment -> vertx.executeBlocking(
                                () -> CpoStock.read(new SeedFile(lab.clock().instant()), PARTY, settings.tester()))
                        .compose(stock -> stock.moveInto(node.cpo()))
                        .compose(done -> Fleet.deploy(
                                vertx,
                                lab.clock(),
                                lab.log(),
                                Ids.seeded(settings.seed(), "stations"),
                                node.cpo().localCsmsUrl()))
                        .compose(fleet -> open(vertx, lab, settings, deployment, node, fleet)
                                .recover(failure -> fleet.close().transform(gone -> Future.failedFuture(failure))))
                        .recover(
                                failure -> vertx.undeploy(deployment).transform(gone -> Future.failedFuture(failure))));
    }

    private static CpoSettings settings(SelfSettings settings) {
        return Operator.withoutLongWaits(CpoSettings.of(
                        SelfSubject.node(settings, "cpo", PARTY, "Kantstroom").build()))
                .build();
    }

    private static Future<SelfCpo> open(
            Vertx vertx, LabContext lab, SelfSettings settings, String deployment, CpoNode node, Fleet fleet) {
        Chargers chargers = new Chargers(node, fleet, lab.clock());
        return vertx.executeBlocking(() -> new SeedFile(lab.clock().instant()).read("chargers.yaml"))
                .compose(all -> Future.all(
                        all.stream().map(charger -> place(node, fleet, charger)).toList()))
                .compose(placed -> fleet.connectAll())
                .compose(connecting -> Future.all(fleet.stations().stream()
                        .map(station -> chargers.until(station, PATIENCE, StationSnapshot::accepted))
                        .toList()))
                .compose(connected -> Operator.of(vertx, settings.operatorPort(), node, fleet, lab.clock()))
                .compose(desk -> node.ask(parts -> {
                    parts.platform().registration().onRegistered(partner -> chargeFor(partner, settings, fleet));
                    return Future.succeededFuture(new SelfCpo(vertx, deployment, node, fleet, parts.platform(), desk));
                }));
    }

    private static Future<?> place(CpoNode node, Fleet fleet, ObjectNode charger) {
        StationModel usual = StationModels.shipped().named(charger.path("model").asText());
        StationModel model =
                Operator.withoutLongWaits(usual, charger.path("interval").asInt());
        String id = charger.path("id").asText();
        fleet.add(StationSpec.of(model, id, fleet.stations().size() + 1));
        List<String> evses = StreamSupport.stream(charger.path("evses").spliterator(), false)
                .map(evse -> evse.asText())
                .toList();
        return node.cpo().commission(charger.path("location").asText(), id, evses);
    }

    /** The tester finds a session that is under way, and hears of it while it goes on. */
    private static void chargeFor(Partner partner, SelfSettings settings, Fleet fleet) {
        SimulatedStation station = fleet.station(BUSY_CHARGER).orElseThrow();
        boolean free = station.state().connector(1).transactionId().isEmpty();
        if (free && partner.speaksFor(settings.tester())) {
            station.plugIn(1, Cars.named("finch-52").at(10));
            station.present(1, IdToken.of(BUSY_DRIVER));
        }
    }

    @Override
    public Future<Void> close() {
        return fleet.close().transform(closed -> vertx.undeploy(deployment));
    }
}
