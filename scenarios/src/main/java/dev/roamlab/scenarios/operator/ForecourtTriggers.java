package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.sessions.Charge;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.scenarios.operator.Chargers.Spot;
import dev.roamlab.station.physics.Car;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What people do at the simulated chargers. */
final class ForecourtTriggers {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LONGEST_WAIT_FOR_A_START = Duration.ofSeconds(20);
    private static final int ID_TAG_LENGTH = 20; // what OCPP 1.6 can carry

    private final CpoNode cpo;
    private final Chargers chargers;
    /** Chosen for somebody whose car is not plugged in yet. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private ForecourtTriggers(CpoNode cpo, Chargers chargers) {
        this.cpo = cpo;
        this.chargers = chargers;
    }

    static void addTo(Triggers triggers, CpoNode cpo, Chargers chargers) {
        ForecourtTriggers own = new ForecourtTriggers(cpo, chargers);
        String spot = "location_id, evse_uid, connector_id?";
        triggers.can("plug-in", spot, "puts a car's cable in", own::plugIn)
                .can("unplug", spot, "takes the cable out", own::unplug)
                .can("present-token", "token_uid, " + spot, "holds a card before the reader", own::present)
                .can(
                        "start-session",
                        "token_uid, location_id?, evse_uid?, connector_id?",
                        "plugs a car in and holds a card before the reader",
                        own::start)
                .can("stop-session", "session_id", "ends a charge with its card and unplugs", own::stop)
                .can("take-offline", "location_id, evse_uid", "cuts the charger's network", own::takeOffline)
                .can("bring-online", "location_id, evse_uid", "mends the charger's network", own::bringOnline);
    }

    private static Car car() {
        return Cars.named("finch-52").at(20);
    }

    private Future<ObjectNode> plugIn(Params params) {
        return chargers.named(params)
                .compose(spot -> spot.station().plugIn(spot.number(), car()))
                .map(done -> Triggers.nothing());
    }

    private Future<ObjectNode> unplug(Params params) {
        return chargers.named(params)
                .compose(spot -> spot.station().unplug(spot.number()))
                .map(done -> Triggers.nothing());
    }

    private Future<ObjectNode> present(Params params) {
        IdToken card = card(params);
        return chargers.named(params)
                .compose(spot -> spot.station().present(spot.number(), card))
                .map(done -> Triggers.nothing());
    }

    private static IdToken card(Params params) {
        String uid = params.text("token_uid");
        if (uid.length() > ID_TAG_LENGTH) {
            throw Refusal.bad(params.trigger() + ": token_uid: " + uid.length()
                    + " characters, but our chargers speak OCPP 1.6, which carries at most " + ID_TAG_LENGTH);
        }
        return IdToken.of(uid);
    }

    private Future<ObjectNode> start(Params params) {
        IdToken card = card(params);
        return chargers.all().compose(spots -> {
            Spot spot = take(params, spots);
            return spot.station()
                    .plugIn(spot.number(), car())
                    .compose(in -> spot.station().present(spot.number(), card))
                    .onComplete(done -> taken.remove(key(spot)))
                    .onSuccess(begun -> driveOffWithoutCharge(spot))
                    .map(begun -> facts(spot));
        });
    }

    private Spot take(Params params, List<Spot> spots) {
        Optional<CiString> location = params.optionalId("location_id");
        Optional<CiString> evse = params.optionalId("evse_uid");
        Optional<CiString> connector = params.optionalId("connector_id");
        List<Spot> fitting = spots.stream()
                .filter(spot -> Chargers.fits(spot.row(), location, evse, connector))
                .toList();
        if (fitting.isEmpty()) {
            throw Refusal.bad("start-session: no simulated charger stands there");
        }
        return fitting.stream()
                .filter(Spot::isFree)
                .filter(spot -> taken.add(key(spot)))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("start-session: no charger there is free"));
    }

    private static String key(Spot spot) {
        return spot.row().stationId() + "/" + spot.row().evseId();
    }

    private static ObjectNode facts(Spot spot) {
        return Triggers.fact("location_id", spot.row().locationId().value())
                .put("evse_uid", spot.row().evseUid().value())
                .put("connector_id", spot.row().ocpiConnectorId().value());
    }

    /** Who gets no charge leaves, and who has got one, too: the charger is free for the next. */
    private void driveOffWithoutCharge(Spot spot) {
        chargers.until(spot.station(), LONGEST_WAIT_FOR_A_START, now -> isCharging(spot))
                .compose(charging -> chargers.until(spot.station(), Duration.ofHours(1), now -> !isCharging(spot)))
                .onComplete(over -> spot.station().unplug(spot.number()));
    }

    private static boolean isCharging(Spot spot) {
        return spot.state().transactionId().isPresent();
    }

    private Future<ObjectNode> stop(Params params) {
        String id = params.text("session_id");
        return cpo.ask(parts -> Future.succeededFuture(parts.charges().find(id)))
                .map(found -> found.orElseThrow(
                        () -> Refusal.bad("stop-session: session_id: no session " + id + " is under way")))
                .compose(charge -> chargers.of(charge)
                        .map(spot -> spot.orElseThrow(() -> Refusal.bad(
                                "stop-session: session " + id + " is not at one of our simulated chargers")))
                        .compose(spot -> stop(charge, spot)))
                .map(done -> Triggers.nothing());
    }

    private Future<Void> stop(Charge charge, Spot spot) {
        if (!isCharging(spot)) {
            return spot.station().unplug(spot.number());
        }
        return spot.station()
                .present(spot.number(), IdToken.of(charge.driver().idTag()))
                .compose(shown -> chargers.until(spot.station(), PATIENCE, now -> !isCharging(spot)))
                .compose(over -> spot.station().unplug(spot.number()));
    }

    private Future<ObjectNode> takeOffline(Params params) {
        return chargers.named(params)
                .compose(spot -> spot.station().loseConnection())
                .map(done -> Triggers.nothing());
    }

    private Future<ObjectNode> bringOnline(Params params) {
        return chargers.named(params)
                .compose(spot -> spot.station().restoreConnection())
                .map(done -> Triggers.nothing());
    }
}
