package dev.roamlab.control.chargers;

import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Endpoint;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Refused;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenType;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.StationSnapshot.Connector;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.ConnectorModel;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets things happen to chargers. What cannot happen is refused and not left out without a word. */
public final class Actions {
    private final Chargers chargers;
    private final Views views;

    /** For the chargers of one fleet. */
    public Actions(Chargers chargers, Views views) {
        this.chargers = chargers;
        this.views = views;
    }

    /** Offers the operations. */
    public void serve(ApiServer api) {
        offer(api, ChargerOperations.PLUG_IN, this::plugIn);
        offer(api, ChargerOperations.UNPLUG, this::unplug);
        offer(api, ChargerOperations.PRESENT, this::present);
        offer(api, ChargerOperations.START, this::start);
        offer(api, ChargerOperations.STOP, this::stop);
        offer(api, ChargerOperations.SWITCH_ON, (station, none) -> switchOn(station));
        offer(api, ChargerOperations.SWITCH_OFF, (station, none) -> station.losePower());
        offer(
                api,
                ChargerOperations.CONNECT,
                (station, none) -> station.restoreConnection().compose(there -> station.connect()));
        offer(api, ChargerOperations.DISCONNECT, (station, none) -> station.loseConnection());
        offer(api, ChargerOperations.FAULT, this::fault);
        offer(api, ChargerOperations.CLEAR, this::clear);
        offer(api, ChargerOperations.RESET, (station, none) -> powered(station).reboot());
        offer(
                api,
                ChargerOperations.EMERGENCY_STOP,
                (station, none) -> powered(station).pressEmergencyStop());
        offer(api, ChargerOperations.AVAILABILITY, this::availability);
        offer(api, ChargerOperations.LIMIT, this::limit);
    }

    private <B extends Record> void offer(
            ApiServer api,
            Operation<Nothing, B, ChargerStatus> operation,
            BiFunction<SimulatedStation, B, Future<?>> deed) {
        Endpoint<Nothing, B, ChargerStatus> endpoint = call -> done(call, deed);
        api.serve(operation, endpoint);
    }

    private <B extends Record> Future<Reply<ChargerStatus>> done(
            Call<Nothing, B> call, BiFunction<SimulatedStation, B, Future<?>> deed) {
        SimulatedStation station = chargers.find(call);
        return deed.apply(station, call.body()).map(done -> Reply.of(views.status(station)));
    }

    private Future<Void> plugIn(SimulatedStation station, Deeds.PlugIn deed) {
        Connector connector = connector(station, deed.connector());
        if (connector.plugged()) {
            throw Refused.conflict("connector " + connector.number() + " has a cable in already; unplug it first");
        }
        ConnectorModel model = station.spec().model().connectors().get(connector.number() - 1);
        return station.plugIn(
                connector.number(), Arrivals.car(model, deed.car(), deed.stateOfCharge(), deed.targetStateOfCharge()));
    }

    private Future<Void> unplug(SimulatedStation station, Deeds.AtConnector deed) {
        Connector connector = connector(station, deed.connector());
        if (!connector.plugged()) {
            throw Refused.conflict("connector " + connector.number() + " has no cable in");
        }
        return station.unplug(connector.number());
    }

    private Future<Void> present(SimulatedStation station, Deeds.PresentToken deed) {
        powered(station);
        IdToken token = new IdToken(deed.idToken(), deed.type().orElse(IdTokenType.ISO14443));
        return deed.connector().isEmpty()
                ? station.present(token)
                : station.present(connector(station, deed.connector()).number(), token);
    }

    private Future<Void> start(SimulatedStation station, Deeds.Start deed) {
        Connector connector = connector(powered(station), deed.connector());
        if (connector.transactionId().isPresent()) {
            throw Refused.conflict("connector " + connector.number() + " has transaction "
                    + connector.transactionId().get() + " under way");
        }
        IdToken token = new IdToken(deed.idToken(), deed.type().orElse(IdTokenType.ISO14443));
        var cable = new Deeds.PlugIn(
                Optional.of(connector.number()), deed.car(), deed.stateOfCharge(), deed.targetStateOfCharge());
        Future<Void> plugged = connector.plugged() ? Future.succeededFuture() : plugIn(station, cable);
        return plugged.compose(in -> station.present(connector.number(), token));
    }

    private Future<Void> stop(SimulatedStation station, Deeds.Stop deed) {
        StationSnapshot seen = powered(station).state();
        int number = deed.connector().isPresent()
                ? connector(station, deed.connector()).number()
                : seen.connectors().stream()
                        .filter(connector -> connector.transactionId().isPresent())
                        .map(Connector::number)
                        .findFirst()
                        .orElseThrow(() -> Refused.conflict(station.chargePointId() + " has no transaction under way"));
        IdToken driver = station.driver(number)
                .orElseThrow(() -> Refused.conflict("connector " + number + " has no transaction under way"));
        return station.present(number, deed.idToken().map(IdToken::of).orElse(driver));
    }

    private static Future<Void> switchOn(SimulatedStation station) {
        if (station.state().powered()) {
            throw Refused.conflict(station.chargePointId() + " is switched on already");
        }
        return station.restorePower();
    }

    private Future<Void> fault(SimulatedStation station, Deeds.Fault deed) {
        return station.fault(place(station, deed.connector()), deed.errorCode().orElse(ErrorCode.OTHER_ERROR));
    }

    private Future<Void> clear(SimulatedStation station, Deeds.Clear deed) {
        return station.clearFault(place(station, deed.connector()));
    }

    private Future<Void> availability(SimulatedStation station, Deeds.Availability deed) {
        return station.happen(
                Arrivals.availability(powered(station), place(station, deed.connector()), deed.available()));
    }

    private Future<Void> limit(SimulatedStation station, Deeds.Limit deed) {
        List<ConnectorModel> models = station.spec().model().connectors();
        deed.connector().ifPresent(number -> connector(station, deed.connector()));
        List<Future<Void>> set = new ArrayList<>();
        for (int number = 1; number <= models.size(); number++) {
            double watts = deed.powerW().orElse(Double.POSITIVE_INFINITY);
            if (deed.amps().isPresent()) {
                watts = deed.amps().get() * Views.wattsPerAmp(models.get(number - 1));
            }
            if (deed.connector().isEmpty() || deed.connector().get() == number) {
                set.add(station.setLimit(number, watts));
            }
        }
        return Future.all(set).mapEmpty();
    }

    private static SimulatedStation powered(SimulatedStation station) {
        if (!station.state().powered()) {
            throw Refused.conflict(station.chargePointId() + " does not run: it has no power, or restarts");
        }
        return station;
    }

    /** A connector, or 0 for the charger as a whole. */
    private static int place(SimulatedStation station, Optional<Integer> number) {
        return number.filter(given -> given > 0)
                .map(given -> connector(station, number).number())
                .orElse(0);
    }

    private static Connector connector(SimulatedStation station, Optional<Integer> number) {
        List<Connector> connectors = station.state().connectors();
        int wanted = number.orElse(1);
        if (wanted > connectors.size()) {
            throw InvalidValue.of("/connector", wanted + ", must be from 1 to " + connectors.size());
        }
        return connectors.get(wanted - 1);
    }
}
