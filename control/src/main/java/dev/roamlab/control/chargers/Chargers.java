package dev.roamlab.control.chargers;

import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Refused;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.station.fleet.Destination;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates, shows, changes and removes chargers. */
public final class Chargers {
    private final Fleet fleet;
    private final Roll roll;
    private final Views views;
    private final Hardware hardware;
    private final Optional<Destination> usual;
    private final Welcome welcome;
    private final News news;
    private int numbers;

    /** Tells of chargers that come, change and go. */
    public interface News {
        /** A charger has come. */
        void added(SimulatedStation station);

        /** A charger is not what it was. */
        void changed(SimulatedStation station);

        /** A charger has left. */
        void removed(SimulatedStation station);
    }

    /** @param usual where chargers connect that are not told where; the fleet's own central system if absent */
    public Chargers(
            Fleet fleet,
            Roll roll,
            Views views,
            StationModels catalogue,
            Optional<Destination> usual,
            Welcome welcome,
            News news) {
        this.fleet = fleet;
        this.roll = roll;
        this.views = views;
        this.hardware = new Hardware(catalogue);
        this.usual = usual;
        this.welcome = welcome;
        this.news = news;
        this.numbers = fleet.size();
    }

    /** Offers the operations. */
    public void serve(ApiServer api) {
        ChargerList list = new ChargerList(roll, views);
        api.serve(ChargerOperations.LIST, list::page);
        api.serve(ChargerOperations.CREATE, this::create);
        api.serve(ChargerOperations.READ, call -> shown(find(call)));
        api.serve(ChargerOperations.CHANGE, this::change);
        api.serve(ChargerOperations.REMOVE, this::remove);
        api.serve(ChargerOperations.STATUS, call -> Future.succeededFuture(Reply.of(views.status(find(call)))));
        api.serve(ChargerOperations.METERS, call -> Future.succeededFuture(Reply.of(views.meters(find(call)))));
    }

    /** A model of the catalogue. */
    public StationModel model(Optional<String> type) {
        return hardware.named(type);
    }

    /**
     * Where a charger is to connect to.
     *
     * @throws InvalidValue when the URL is none
     */
    public Optional<Destination> destination(Optional<String> csmsUrl, Optional<String> password) {
        if (csmsUrl.isEmpty() && password.isEmpty()) {
            return usual;
        }
        try {
            String url = csmsUrl.or(() -> usual.map(Destination::csmsUrl))
                    .orElseThrow(() -> InvalidValue.of("/csmsUrl", "missing, required with a password"));
            return Optional.of(new Destination(url, password, List.of()));
        } catch (IllegalArgumentException noUrl) {
            throw InvalidValue.of("/csmsUrl", String.valueOf(noUrl.getMessage()));
        }
    }

    /** Puts a charger into the fleet; it does not connect yet. Refuses an id that is taken with 409. */
    public SimulatedStation add(StationSpec spec, Optional<Destination> destination, String group) {
        try {
            SimulatedStation station =
                    destination.map(place -> fleet.add(spec, place, group)).orElseGet(() -> fleet.add(spec));
            station.group(group);
            roll.add(station);
            news.added(station);
            return station;
        } catch (IllegalArgumentException taken) {
            throw Refused.conflict(String.valueOf(taken.getMessage()));
        }
    }

    /** The charger that a call is about. Refuses with 404. */
    public SimulatedStation find(Call<?, ?> call) {
        String id = call.segment("chargePointId");
        return roll.find(id).orElseThrow(() -> Refused.notFound("there is no charger '" + shortened(id) + "'"));
    }

    /** Takes a charger away. */
    public Future<Void> remove(SimulatedStation station) {
        roll.strike(station.chargePointId());
        news.removed(station);
        return fleet.remove(station.chargePointId()).mapEmpty();
    }

    private Future<Reply<Charger>> create(Call<Nothing, NewCharger> call) {
        NewCharger wanted = call.body();
        StationModel model = hardware.changed(hardware.named(wanted.type()), rest(wanted));
        int number = ++numbers;
        StationSpec plain = StationSpec.of(model, wanted.chargePointId(), number);
        StationSpec spec = new StationSpec(
                plain.id(), wanted.chargePointId(), wanted.serialNumber().orElse(plain.serialNumber()), model);
        SimulatedStation station = add(
                spec,
                destination(wanted.csmsUrl(), wanted.password()),
                wanted.group().orElse(""));
        return announced(List.of(station), wanted.csmsUrl().isEmpty())
                .compose(known -> limited(station, wanted.maxAmps()))
                .compose(limited -> wanted.connect().orElse(true) ? station.connect() : Future.succeededFuture())
                .compose(connecting -> shown(station))
                .map(reply -> reply.with("Location", ApiServer.ROOT + "/chargers/" + wanted.chargePointId()));
    }

    /** Tells the lab's central system of chargers that were added; takes them away again when it will not have them. */
    public Future<Void> announced(List<SimulatedStation> stations, boolean toTheLab) {
        if (!toTheLab) {
            return Future.succeededFuture();
        }
        return welcome.before(stations.stream().map(SimulatedStation::spec).toList())
                .onFailure(refused -> stations.forEach(this::remove));
    }

    private static ChargerChange rest(NewCharger wanted) {
        return new ChargerChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wanted.catalogueNumber(),
                wanted.vendor(),
                wanted.model(),
                wanted.ratedVolts(),
                wanted.ratedAmps(),
                wanted.maxAmps(),
                wanted.powerKw(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Future<Reply<Charger>> change(Call<Nothing, ChargerChange> call) {
        SimulatedStation station = find(call);
        ChargerChange change = call.body();
        Future<SimulatedStation> successor =
                change.needsAnother() ? replace(station, change) : Future.succeededFuture(station);
        return successor.compose(now -> {
            change.group().ifPresent(now::group);
            return limited(now, change.maxAmps())
                    .onSuccess(limited -> news.changed(now))
                    .compose(limited -> shown(now));
        });
    }

    private Future<SimulatedStation> replace(SimulatedStation station, ChargerChange change) {
        if (station.current().transactionsUnderWay() > 0) {
            throw Refused.conflict(station.chargePointId()
                    + " has a transaction under way; only group and maxAmps can be" + " changed until it ends");
        }
        StationSpec old = station.spec();
        StationModel model =
                hardware.changed(change.type().isPresent() ? hardware.named(change.type()) : old.model(), change);
        StationSpec spec = new StationSpec(
                old.id(),
                change.chargePointId().orElse(old.chargePointId()),
                change.serialNumber().orElse(old.serialNumber()),
                model);
        Destination destination =
                change.csmsUrl().isEmpty() && change.password().isEmpty()
                        ? station.destination()
                        : new Destination(
                                change.csmsUrl().orElse(station.destination().csmsUrl()),
                                change.password().or(() -> station.destination().password()),
                                station.destination().dialects());
        try {
            roll.strike(old.chargePointId());
            boolean moves = change.csmsUrl().isPresent();
            return (moves ? Future.<Void>succeededFuture() : welcome.before(List.of(spec)))
                    .compose(known -> fleet.replace(station, spec, destination, station.group()))
                    .onSuccess(roll::add);
        } catch (IllegalArgumentException taken) {
            throw Refused.conflict(String.valueOf(taken.getMessage()));
        }
    }

    private Future<Reply<Nothing>> remove(Call<Nothing, Nothing> call) {
        return remove(find(call)).map(gone -> Reply.done());
    }

    private Future<Void> limited(SimulatedStation station, Optional<Double> maxAmps) {
        if (maxAmps.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Future<Void>> set = new ArrayList<>();
        List<ConnectorModel> connectors = station.spec().model().connectors();
        for (int i = 0; i < connectors.size(); i++) {
            set.add(station.setLimit(i + 1, maxAmps.get() * Views.wattsPerAmp(connectors.get(i))));
        }
        return Future.all(set).mapEmpty();
    }

    private Future<Reply<Charger>> shown(SimulatedStation station) {
        return Future.succeededFuture(Reply.of(views.charger(station)));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
