package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import dev.roamlab.station.HostOrder;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.TransferFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that travel for stations, by HTTP. Confined to one event loop; makes its client when the first file travels. */
final class Transfers {
    private static final long SILENCE_MILLIS = 30_000;
    private static final int AT_A_TIME = 16;

    private final Vertx vertx;
    private final LabClock clock;
    private final StationLog log;
    private final Set<Running> running = new HashSet<>();
    private Optional<HttpClient> client = Optional.empty();

    Transfers(Vertx vertx, LabClock clock, StationLog log) {
        this.vertx = vertx;
        this.clock = clock;
        this.log = log;
    }

    /** Does what a station's step orders. */
    void follow(ChargingStation station, List<HostOrder> orders) {
        for (HostOrder order : orders) {
            Running transfer = new Running(station.state().spec().chargePointId(), order.ref());
            if (order instanceof HostOrder.Cancel) {
                running.remove(transfer);
            } else if (order instanceof HostOrder.Download download) {
                run(station, transfer, download(download));
            } else if (order instanceof HostOrder.Upload upload) {
                run(station, transfer, upload(transfer.chargePointId(), upload));
            }
        }
    }

    Future<Void> close() {
        running.clear();
        return client.map(HttpClient::close).orElseGet(Future::succeededFuture);
    }

    /** A transfer that was cancelled reports to nobody. */
    private void run(ChargingStation station, Running transfer, Future<StationEvent> outcome) {
        running.add(transfer);
        clock.holding("a file", outcome)
                .recover(failure -> Future.succeededFuture(
                        new StationEvent.TransferFailed(transfer.ref(), TransferFailed.why(failure))))
                .onSuccess(event -> {
                    if (running.remove(transfer) && !station.isGone()) {
                        station.receive(event);
                    }
                });
    }

    private Future<StationEvent> download(HostOrder.Download order) {
        FileCheck check = new FileCheck(order);
        return request(HttpMethod.GET, order.from())
                .compose(request -> request.send())
                .compose(Transfers::insist)
                .compose(response -> {
                    response.handler(check::add);
                    return response.end().map(end -> check.outcome(order.ref(), response));
                });
    }

    /** Most servers take a PUT; those that want a POST say so. */
    private Future<StationEvent> upload(String chargePointId, HostOrder.Upload order) {
        Buffer text = Buffer.buffer(log.of(chargePointId, order));
        String place = order.to().toString();
        URI file = place.endsWith("/") ? URI.create(place + order.fileName()) : order.to();
        return send(HttpMethod.PUT, file, order, text)
                .recover(failure -> TransferFailed.why(failure) == TransferFailure.UNSUPPORTED
                        ? send(HttpMethod.POST, order.to(), order, text)
                        : Future.failedFuture(failure))
                .map(sent -> new StationEvent.Uploaded(order.ref()));
    }

    private Future<HttpClientResponse> send(HttpMethod method, URI to, HostOrder.Upload order, Buffer text) {
        return request(method, to)
                .compose(request -> request.putHeader("Content-Type", "text/plain; charset=utf-8")
                        .putHeader("Content-Disposition", "attachment; filename=\"" + order.fileName() + "\"")
                        .send(text))
                .compose(Transfers::insist);
    }

    private Future<HttpClientRequest> request(HttpMethod method, URI uri) {
        if (client.isEmpty()) {
            client = Optional.of(vertx.createHttpClient(
                    new HttpClientOptions().setTrustAll(false).setConnectTimeout((int) SILENCE_MILLIS),
                    new PoolOptions().setHttp1MaxSize(AT_A_TIME)));
        }
        return client.get()
                .request(new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(uri.toString())
                        .setFollowRedirects(method == HttpMethod.GET)
                        .setIdleTimeout(SILENCE_MILLIS));
    }

    private static Future<HttpClientResponse> insist(HttpClientResponse response) {
        return response.statusCode() / 100 == 2
                ? Future.succeededFuture(response)
                : Future.failedFuture(new TransferFailed(response.statusCode()));
    }

    private record Running(String chargePointId, long ref) {}
}
