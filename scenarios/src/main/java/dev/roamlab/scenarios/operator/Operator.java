package dev.roamlab.scenarios.operator;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import dev.roamlab.station.fleet.Fleet;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;

/** Puts an operator's desk beside a node. */
public final class Operator {
    private Operator() {}

    /**
     * A desk for a CPO and its simulated chargers.
     *
     * @param port on this machine only; 0 takes any free one
     */
    public static Future<OperatorDesk> of(Vertx vertx, int port, CpoNode cpo, Fleet fleet, LabClock clock) {
        Triggers triggers = new Triggers();
        PartnershipTriggers.addTo(triggers, new PartnershipTriggers.Ask() {
            @Override
            public <T> Future<T> platform(Function<Platform, Future<T>> question) {
                return cpo.ask(parts -> question.apply(parts.platform()));
            }
        });
        PullTriggers.addTo(triggers, cpo);
        CpoTriggers.addTo(triggers, cpo);
        ForecourtTriggers.addTo(triggers, cpo, new Chargers(cpo, fleet, clock));
        return OperatorDesk.open(vertx, port, triggers);
    }

    /**
     * A desk for an eMSP.
     *
     * @param port on this machine only; 0 takes any free one
     */
    public static Future<OperatorDesk> of(Vertx vertx, int port, EmspNode emsp) {
        Triggers triggers = new Triggers();
        PartnershipTriggers.addTo(triggers, new PartnershipTriggers.Ask() {
            @Override
            public <T> Future<T> platform(Function<Platform, Future<T>> question) {
                return emsp.ask(parts -> question.apply(parts.platform()));
            }
        });
        PullTriggers.addTo(triggers, emsp);
        EmspTriggers.addTo(triggers, emsp);
        return OperatorDesk.open(vertx, port, triggers);
    }
}
