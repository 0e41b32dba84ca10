package dev.roamlab.bench;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpp.link.LinkKind;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * The central system's side of the benchmarks of chargers, in a JVM of its own: {@code CentralChild KIND HEARTBEAT}, where
 * the kind is {@code plain-light}, {@code plain-stock} or {@code cpo} and the heartbeat in seconds.
 */
final class CentralChild {
    private CentralChild() {}

    /** What both kinds of central system can be asked. */
    interface Central {
        String url();

        /** Makes room for so many chargers, with ids of this prefix. */
        void expect(String prefix, int chargers) throws Exception;

        /** Open connections, messages received, boots, heartbeats, transactions begun, ended, meter values, Wh. */
        String figures() throws Exception;

        /** Asks every station for a heartbeat, again and again: round trips of both directions, and the nanoseconds. */
        String trips(int seconds) throws Exception;
    }

    /** Answers {@code url}, {@code expect PREFIX N}, {@code figures}, {@code usage} and {@code trips SECONDS}. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        int heartbeat = Integer.parseInt(args[1]);
        Central central = args[0].equals("cpo")
                ? cpo(heartbeat)
                : PlainCentral.start(
                        Nodes.lab(), Vertx.vertx(), LinkKind.named(args[0].substring("plain-".length())), heartbeat);
        Child.serve(question -> switch (question.split(" ")[0]) {
            case "url" -> central.url();
            case "figures" -> central.figures();
            case "expect" -> {
                central.expect(question.split(" ")[1], Integer.parseInt(question.split(" ")[2]));
                yield "0";
            }
            case "trips" -> central.trips(Integer.parseInt(question.split(" ")[1]));
            default -> Self.usage();
        });
    }

    private static Central cpo(int heartbeat) throws Exception {
        LabContext lab = Nodes.lab();
        CpoSettings settings = CpoSettings.of(Nodes.settings(Role.CPO, new StoreLocation.Memory()))
                .unknownStations(CpoSettings.UnknownStations.ACCEPT)
                .heartbeatInterval(Duration.ofSeconds(heartbeat))
                .build();
        CpoNode cpo = new CpoNode(settings, lab);
        Nodes.await(Vertx.vertx().deployVerticle(cpo));
        return new CpoCentral(cpo);
    }
}
