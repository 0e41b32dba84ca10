package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.StationHandler;
import dev.roamlab.ocpp.link.StationLink;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.station.Idiom;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.Step;
import dev.roamlab.station.Step.Call;
import dev.roamlab.station.models.Quirk;
import dev.roamlab.station.models.Quirks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A station's end of the connection to its CSMS: does what steps say and reports what becomes of it. */
final class Line implements StationHandler {
    /** What follows from an answer goes out after it, in a lab instant of its own. */
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(1);

    private final FleetVerticle host;
    private final ChargingStation station;
    private final StationLink link;
    /** Connecting and closing, one after the other. */
    private Future<Void> transition = Future.succeededFuture();
    /** Counts openings and closings: what an earlier connection still reports is nobody's business. */
    private int era;

    private boolean connectedBefore;

    Line(FleetVerticle host, ChargingStation station) {
        this.host = host;
        this.station = station;
        this.link = host.link(station, this);
    }

    /** Does what a step asks for. */
    void follow(Step step) {
        if (step.answer().isEmpty()) {
            send(step.calls());
        } else if (!step.calls().isEmpty()) {
            int present = era;
            host.clock().schedule(AFTER_THE_ANSWER, () -> {
                if (present == era) {
                    send(step.calls());
                }
            });
        }
        switch (step.link()) {
            case KEEP -> {}
            case OPEN -> open();
            case CLOSE -> close();
        }
    }

    /** Hangs up; nothing of this connection is reported any more. Completes when the socket is gone. */
    Future<Void> close() {
        era++;
        transition = transition.transform(before -> host.clock().holding("hanging up", link.close()));
        return transition;
    }

    @Override
    public Future<? extends Response> on(CsmsCall<?> call) {
        host.counters().received();
        host.counters().sent();
        int millis = quirks().number(Quirk.ANSWERS_AFTER_MILLIS);
        return millis == 0
                ? Future.succeededFuture(answer(call))
                : after(Duration.ofMillis(millis)).map(late -> answer(call));
    }

    private Response answer(CsmsCall<?> call) {
        return station.receive(new StationEvent.Requested(call)).answer().orElseThrow();
    }

    private Quirks quirks() {
        return station.state().spec().model().quirks();
    }

    private Future<Void> after(Duration pause) {
        Promise<Void> over = Promise.promise();
        host.clock().schedule(pause, over::complete);
        return over.future();
    }

    /** Some models are slow to tell a status. */
    private <R extends Response> Future<R> call(StationCall<R> request) {
        int seconds = request instanceof StatusNotificationRequest ? quirks().number(Quirk.STATUS_AFTER_SECONDS) : 0;
        return seconds == 0
                ? link.call(request)
                : after(Duration.ofSeconds(seconds)).compose(late -> link.call(request));
    }

    @Override
    public void closed(Close how) {
        host.counters().lost();
        host.news().lost(station, how);
        lost(era);
    }

    /** The version of OCPP agreed on; absent without a connection. */
    Optional<String> version() {
        return link.version();
    }

    private void open() {
        int opening = ++era;
        host.dialling().queue(() -> opening == era ? connect(opening) : Future.succeededFuture());
    }

    private Future<Void> connect(int opening) {
        transition = transition
                .transform(before -> {
                    if (Approach.isOwn(station.state())) {
                        link.address(host.address(station));
                    }
                    return link.connect();
                })
                .onSuccess(connected -> connected(opening))
                .onFailure(failure -> refused(opening, failure));
        return transition;
    }

    private void connected(int opening) {
        if (opening == era) {
            host.counters().connected(connectedBefore);
            connectedBefore = true;
            host.news().connected(station);
            station.receive(new StationEvent.Connected(idiom()));
        } else {
            close();
        }
    }

    private Idiom idiom() {
        return link.version().map(Idiom::of).orElse(station.state().idiom());
    }

    private void refused(int opening, Throwable why) {
        if (opening == era) {
            host.counters().refused();
            host.news().refused(station, why);
        }
        lost(opening);
    }

    private void lost(int opening) {
        if (opening == era) {
            era++;
            station.receive(new StationEvent.Disconnected(host.jitter(station.state())));
        }
    }

    private void send(List<Call> calls) {
        int present = era;
        for (Call call : calls) {
            long begun = System.nanoTime();
            host.counters().sent();
            call(call.request())
                    .onSuccess(response -> {
                        host.counters().answered(System.nanoTime() - begun);
                        report(present, new StationEvent.Answered(call.ref(), response));
                    })
                    .onFailure(failure -> failed(present, call, failure));
        }
    }

    private void failed(int then, Call call, Throwable failure) {
        host.counters().failed(failure);
        host.news().callFailed(station, call.request().action(), failure);
        report(then, new StationEvent.CallFailed(call.ref(), failure.toString()));
    }

    private void report(int then, StationEvent event) {
        if (then == era) {
            station.receive(event);
        }
    }
}
