package dev.roamlab.scenarios.operator;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettingsBuilder;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModelBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

    /** Everything is told within seconds: whoever pulls a trigger waits for what it leads to. */
    public static CpoSettingsBuilder withoutLongWaits(CpoSettingsBuilder settings) {
        return settings.offlineAfter(Duration.ofSeconds(1))
                .commandTimeout(Duration.ofSeconds(10))
                .sessionUpdates(Duration.ofSeconds(1))
                .periodsEvery(Duration.ofSeconds(2))
                .cdrRetry(Duration.ofSeconds(1))
                .cdrRetryMost(Duration.ofSeconds(10));
    }

    /** A station whose meter is read every so many seconds. */
    public static StationModel withoutLongWaits(StationModel usual, int seconds) {
        Map<String, String> configuration = new HashMap<>(usual.configuration());
        configuration.put("MeterValueSampleInterval", Integer.toString(seconds));
        return StationModelBuilder.builder(usual).configuration(configuration).build();
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
