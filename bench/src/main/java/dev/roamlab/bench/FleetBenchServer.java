package dev.roamlab.bench;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.Vertx;

/** The CPO's side of {@link FleetBench}: takes in whoever comes. */
final class FleetBenchServer {
    private FleetBenchServer() {}

    /** Answers {@code url}, {@code connected} and {@code usage}. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        CpoSettings settings = CpoSettings.of(Nodes.settings(Role.CPO, new StoreLocation.Memory()))
                .unknownStations(CpoSettings.UnknownStations.ACCEPT)
                .build();
        CpoNode cpo = new CpoNode(settings, Nodes.lab());
        Nodes.await(Vertx.vertx().deployVerticle(cpo));
        Child.serve(question -> switch (question) {
            case "url" -> cpo.cpo().csmsUrl();
            case "connected" ->
                String.valueOf(Nodes.await(cpo.cpo().stations()).stream()
                        .filter(station ->
                                station.connected() && station.vendor().isPresent())
                        .count());
            default -> FleetBench.usage();
        });
    }
}
