package dev.roamlab.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.control.http.Limits;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.drama.Dramas;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A central system, a fleet, and the API that controls it; called as strangers call it. */
final class ApiLab implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(60);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Fleet fleet;
    private final AcceptingCsms csms;
    private final ControlApi api;

    ApiLab(UnaryOperator<ControlSettings> settings) throws Exception {
        ExchangeLog log = new ExchangeLog(clock);
        csms = new AcceptingCsms(vertx, clock, log);
        Dramas.Wires wires = Dramas.Wires.of(new Interceptor(vertx, clock, 1));
        FleetSettings usual = FleetSettings.of(vertx, clock, log, Ids.seeded(1, "fleet"), csms.url());
        FleetSettings tapped = new FleetSettings(
                usual.link().withTap(wires.tap()), usual.csmsUrl(), usual.seed(), usual.connectsInFlight());
        fleet = Fleet.deploy(tapped, 1).await(10, TimeUnit.SECONDS);
        ControlledLab controlled = ControlledLabBuilder.builder(ControlledLab.of(fleet, clock))
                .interceptor(Optional.of(wires.interceptor()))
                .dramas(Optional.of(new Dramas(fleet, clock, wires, List.of(IdToken.of("ROAMLAB")), 1)))
                .build();
        ControlSettings open = ControlSettings.of("127.0.0.1", 0, List.of(), Limits.NONE);
        api = ControlApi.start(vertx, settings.apply(open), controlled).await(10, TimeUnit.SECONDS);
    }

    static ApiLab open() throws Exception {
        return new ApiLab(settings -> settings);
    }

    Fleet fleet() {
        return fleet;
    }

    AcceptingCsms csms() {
        return csms;
    }

    Vertx vertx() {
        return vertx;
    }

    String url() {
        return api.url();
    }

    URI uri(String path) {
        return URI.create(
                path.startsWith("/api") || path.startsWith("/docs") ? url() + path : url() + "/api/v1" + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() throws Exception {
        fleet.close().await(20, TimeUnit.SECONDS);
        vertx.close().await(20, TimeUnit.SECONDS);
        clock.close();
    }
}
