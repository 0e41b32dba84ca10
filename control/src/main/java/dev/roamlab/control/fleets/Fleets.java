package dev.roamlab.control.fleets;

import dev.roamlab.control.chargers.Chargers;
import dev.roamlab.control.chargers.Forms;
import dev.roamlab.control.fleets.FleetView.FleetList;
import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Refused;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.lab.LabClock;
import dev.roamlab.station.fleet.Destination;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.Ramp;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Creates, shows and removes fleets: chargers that share a group. Used on one event loop. */
public final class Fleets {
    private final Vertx vertx;
    private final Context context;
    private final LabClock clock;
    private final Fleet fleet;
    private final Chargers chargers;
    private final Drivers drivers;
    /** Fleets that are being created or removed: nobody else does anything to them meanwhile. */
    private final Set<String> busy = new HashSet<>();

    /** For the chargers of one process. */
    public Fleets(Vertx vertx, LabClock clock, Fleet fleet, Chargers chargers, Drivers drivers) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.fleet = fleet;
        this.chargers = chargers;
        this.drivers = drivers;
    }

    /** Offers the operations. */
    public void serve(ApiServer api) {
        api.serve(FleetOperations.LIST, call -> Future.succeededFuture(Reply.of(list())));
        api.serve(FleetOperations.CREATE, this::create);
        api.serve(FleetOperations.READ, this::read);
        api.serve(FleetOperations.REMOVE, this::remove);
        api.serve(FleetOperations.BEHAVE, call -> drivers.come(name(call), members(name(call)), call.body()));
        api.serve(FleetOperations.CALM, call -> drivers.leave(name(call)));
    }

    private FleetList list() {
        TreeMap<String, Tally> tallies = new TreeMap<>();
        for (SimulatedStation station : fleet.stations()) {
            if (!station.group().isEmpty()) {
                tallies.computeIfAbsent(station.group(), Tally::new).count(station);
            }
        }
        return new FleetList(
                tallies.values().stream().map(tally -> tally.view(drivers)).toList());
    }

    private Future<Reply<FleetView>> read(Call<Nothing, Nothing> call) {
        return Future.succeededFuture(Reply.of(view(name(call), members(name(call)))));
    }

    private FleetView view(String name, List<SimulatedStation> members) {
        Tally tally = new Tally(name);
        members.forEach(tally::count);
        return tally.view(drivers);
    }

    private Future<Reply<FleetView>> create(Call<Nothing, NewFleet> call) {
        NewFleet wanted = call.body();
        drivers.check(wanted.behaviour(), wanted.tokens());
        StationModel model = chargers.model(wanted.type());
        Optional<Destination> destination = chargers.destination(wanted.csmsUrl(), wanted.password());
        List<StationSpec> specs = specs(wanted, model);
        claim(wanted.name());
        if (!fleet.group(wanted.name()).isEmpty()) {
            busy.remove(wanted.name());
            throw Refused.conflict("name: fleet '" + wanted.name() + "' is there already");
        }
        List<SimulatedStation> members = new ArrayList<>(specs.size());
        return Chunks.each(vertx, specs, spec -> members.add(chargers.add(spec, destination, wanted.name())))
                .recover(failure -> Chunks.each(vertx, List.copyOf(members), chargers::remove)
                        .transform(undone -> Future.failedFuture(failure)))
                .compose(all -> chargers.announced(members, wanted.csmsUrl().isEmpty()))
                .compose(known -> here(() -> begin(wanted, members)))
                .onComplete(done -> context.runOnContext(back -> busy.remove(wanted.name())));
    }

    /** Back on the API's event loop, to which drivers and fleets belong. */
    private <T> Future<T> here(Supplier<T> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(back -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failure) {
                done.fail(failure);
            }
        });
        return done.future();
    }

    private Reply<FleetView> begin(NewFleet wanted, List<SimulatedStation> members) {
        if (wanted.connect().orElse(true)) {
            Ramp.begin(clock, members, wanted.connectsPerSecond().orElse(Double.POSITIVE_INFINITY));
        }
        wanted.behaviour()
                .ifPresent(id -> drivers.come(
                        wanted.name(), members, new FleetView.NewBehaviour(id, wanted.tokens(), Optional.empty())));
        return Reply.of(view(wanted.name(), members)).with("Location", ApiServer.ROOT + "/fleets/" + wanted.name());
    }

    private static List<StationSpec> specs(NewFleet wanted, StationModel model) {
        String pattern = wanted.idPattern().orElse(shortened(wanted.name()) + "-######");
        try {
            return StationSpec.numbered(model, pattern, wanted.first().orElse(1), wanted.count());
        } catch (IllegalArgumentException refused) {
            throw InvalidValue.of("/idPattern", String.valueOf(refused.getMessage()));
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }

    private Future<Reply<Nothing>> remove(Call<Nothing, Nothing> call) {
        String name = name(call);
        List<SimulatedStation> members = members(name);
        claim(name);
        drivers.forget(name);
        return Chunks.each(vertx, members, chargers::remove)
                .onComplete(done -> busy.remove(name))
                .map(gone -> Reply.done());
    }

    private void claim(String name) {
        if (!busy.add(name)) {
            throw Refused.conflict("fleet '" + name + "' is being created or removed");
        }
    }

    private List<SimulatedStation> members(String name) {
        List<SimulatedStation> members = fleet.group(name);
        if (members.isEmpty()) {
            throw Refused.notFound("there is no fleet '" + name + "'");
        }
        return members;
    }

    private static String name(Call<?, ?> call) {
        String name = call.segment("fleet");
        if (!name.matches(Forms.NAME)) {
            throw Refused.notFound("there is no such fleet; a name is " + Forms.NAME_WORDS);
        }
        return name;
    }
}
