package dev.roamlab.scenarios.own;

import dev.roamlab.scenarios.world.World.Charger;
import dev.roamlab.station.models.EvseModel;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModelBuilder;
import dev.roamlab.station.models.StationModels;
import java.util.Comparator;
import java.util.List;

/** Puts up a simulated charger in place of somebody's EVSEs: the most similar model, with the connectors of the data. */
final class ChargerFit {
    private static final int LONGEST_ID = 40;

    private ChargerFit() {}

    /** The most similar model of the catalogue: as many EVSEs, AC or DC, then power. */
    static StationModel similar(List<Socket> sockets) {
        boolean direct = sockets.get(0).direct();
        double kw = sockets.get(0).model().maxPowerKw();
        return StationModels.shipped().all().stream()
                .min(Comparator.comparing((StationModel model) ->
                                model.connectors().get(0).powerType().direct() != direct)
                        .thenComparing(model -> Math.abs(model.evses().size() - sockets.size()))
                        .thenComparing(model -> model.connectors().get(0).type()
                                != sockets.get(0).model().type())
                        .thenComparing(
                                model -> Math.abs(model.connectors().get(0).maxPowerKw() - kw)))
                .orElseThrow();
    }

    static Charger charger(Candidate place) {
        List<Socket> sockets = place.sockets();
        StationModel model = StationModelBuilder.builder(similar(sockets))
                .gridKw(sockets.stream()
                        .mapToDouble(socket -> socket.model().maxPowerKw())
                        .sum())
                .evses(sockets.stream()
                        .map(socket -> new EvseModel(List.of(socket.model())))
                        .toList())
                .build();
        String location = place.location().id().value();
        return new Charger(
                id(location), model, location, sockets.stream().map(Socket::uid).toList());
    }

    /** What can stand in a URL, whatever the location's id is made of. */
    private static String id(String location) {
        String plain = location.replaceAll("[^A-Za-z0-9_-]", "-");
        return "POST-" + (plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID));
    }
}
