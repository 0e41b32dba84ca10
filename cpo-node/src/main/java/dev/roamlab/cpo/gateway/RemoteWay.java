package dev.roamlab.cpo.gateway;

import dev.roamlab.cpo.gateway.Letters.Answered;
import dev.roamlab.cpo.gateway.Letters.Ask;
import dev.roamlab.cpo.gateway.Letters.HangUp;
import dev.roamlab.cpo.gateway.Letters.Line;
import dev.roamlab.cpo.gateway.Letters.Opened;
import dev.roamlab.cpo.stations.StationWay;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.rpc.NotConnected;
import io.vertx.core.Future;
import java.time.Duration;

/** The way to a station whose connection is held by a gateway. */
final class RemoteWay implements StationWay {
    /** Longer than a gateway waits for a station, so that its word comes first. */
    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    private final Bus bus;
    private final Opened opened;
    private final Asked asked;

    RemoteWay(Bus bus, Opened opened, Asked asked) {
        this.bus = bus;
        this.opened = opened;
        this.asked = asked;
    }

    @Override
    public String stationId() {
        return opened.line().stationId();
    }

    @Override
    public String remoteAddress() {
        return opened.remoteAddress() + " at " + opened.gateway();
    }

    @Override
    public String version() {
        return opened.version();
    }

    @Override
    public String gateway() {
        return opened.gateway();
    }

    @Override
    public <R extends Response> Future<R> call(CsmsCall<R> request) {
        Ask ask = new Ask(opened.line(), MessageJson.write((Record) request));
        return asked.expect(bus.ask(Bus.gateway(gateway()), ask, Answered.class, TIMEOUT))
                .recover(lost -> Future.failedFuture(new NotConnected(request.action() + ": gateway " + gateway()
                        + " of station " + stationId() + " does not answer: " + lost.getMessage())))
                .compose(answered -> Answers.read(request.action(), answered, request.responseType(), TIMEOUT));
    }

    @Override
    public void close(String reason) {
        bus.send(Bus.gateway(gateway()), new HangUp(opened.line(), reason));
    }

    private Line line() {
        return opened.line();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemoteWay way && way.line().equals(line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }
}
