package dev.roamlab.scenarios.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.stage.CpoDesk;
import dev.roamlab.scenarios.stage.EmspDesk;
import dev.roamlab.scenarios.stage.ExpectationFailed;
import dev.roamlab.scenarios.stage.Forecourt;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Places;
import dev.roamlab.scenarios.stage.Pull;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.world.World;
import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stage of cardboard: it remembers registrations, and its chargers report after two seconds of lab time. */
public final class FakeStage implements Stage {
    private final World world;
    private final SteppedClock clock;
    private final ExchangeLog log;
    private final Map<String, List<JsonNode>> objects = new LinkedHashMap<>();
    private int messages;

    public FakeStage(World world) {
        this.world = world;
        this.clock = new SteppedClock(world.start(), SteppedClock.MAX_SPEED);
        this.log = new ExchangeLog(clock);
    }

    @Override
    public OcpiVersion version() {
        return OcpiVersion.V2_2_1;
    }

    @Override
    public SteppedClock clock() {
        return clock;
    }

    @Override
    public ExchangeLog exchanges() {
        return log;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Places places() {
        return new Places(
                Map.of(
                        "emsp", new Places.Actor(Who.EMSP, "Voltura"),
                        "cpo", new Places.Actor(Who.CPO, "Kantstroom"),
                        "station:L", new Places.Actor(Who.CHARGER, "the left post")),
                Map.of("http://127.0.0.1:40123", "https://cpo.example"));
    }

    @Override
    public Partnership partnership() {
        return new Partnership() {
            @Override
            public Future<Telling> register(Who initiator) {
                return doRegister();
            }

            @Override
            public Future<Telling> updateCredentials(Who initiator) {
                throw new IllegalStateException("cardboard");
            }

            @Override
            public Future<Telling> unregister(Who initiator) {
                see(Who.CPO, ObjectKind.PARTNER).clear();
                return Future.succeededFuture(Telling.NOTHING);
            }

            @Override
            public Future<Telling> pull(Who by, Pull pull) {
                return Future.succeededFuture(Telling.of("pulled " + pull.module()));
            }
        };
    }

    private Future<Telling> doRegister() {
        if (!see(Who.CPO, ObjectKind.PARTNER).isEmpty()) {
            return Future.failedFuture(new ExpectationFailed("Kantstroom answered HTTP 405"));
        }
        ExchangeLog.Open post = open(
                Protocol.OCPI,
                "emsp",
                "cpo",
                "POST credentials",
                new Message(
                        "POST http://127.0.0.1:40123/ocpi/cpo/2.2.1/credentials",
                        Map.of("Authorization", "Token QUFB"),
                        "{\"token\":\"BBB\",\"url\":\"http://127.0.0.1:40123/v\",\"roles\":[{\"role\":\"EMSP\","
                                + "\"country_code\":\"NL\",\"party_id\":\"VOL\",\"business_details\":{\"name\":\"Voltura\"}}]}"));
        ExchangeLog.Open get = open(
                Protocol.OCPI,
                "cpo",
                "emsp",
                "GET versions",
                new Message("GET http://127.0.0.1:9/versions", Map.of("Authorization", "Token QkJC"), ""));
        get.answered(new Message(
                "200", Map.of(), "{\"status_code\":1000,\"data\":[{\"version\":\"2.2.1\"},{\"version\":\"2.3.0\"}]}"));
        post.answered(
                new Message(
                        "200",
                        Map.of(),
                        "{\"status_code\":1000,\"data\":{\"token\":\"CCC\",\"url\":\"http://127.0.0.1:40123/v\",\"roles\":[{\"role\":\"CPO\",\"country_code\":\"BE\",\"party_id\":\"KAN\",\"business_details\":{\"name\":\"Kantstroom\"}}]}}"));
        add(Who.CPO, ObjectKind.PARTNER, "{\"party\":\"NL-VOL\",\"version\":\"2.2.1\",\"endpoints\":[\"tokens\"]}");
        return Future.succeededFuture(Telling.NOTHING);
    }

    @Override
    public CpoDesk cpo() {
        return cardboard(CpoDesk.class);
    }

    @Override
    public EmspDesk emsp() {
        return cardboard(EmspDesk.class);
    }

    @Override
    public Forecourt forecourt() {
        return (Forecourt) Proxy.newProxyInstance(
                FakeStage.class.getClassLoader(),
                new Class<?>[] {Forecourt.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "switchOn" -> switchOn();
                    case "losePower" -> Future.failedFuture(new ScenarioBroken("there is no such charger"));
                    default -> throw new IllegalStateException("cardboard");
                });
    }

    private Future<Telling> switchOn() {
        clock.schedule(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 5; i++) {
                open(
                                Protocol.OCPP,
                                "station:L",
                                "cpo",
                                "StatusNotification",
                                new Message(
                                        "CALL",
                                        Map.of(),
                                        "[2,\"m\",\"StatusNotification\",{\"connectorId\":" + i
                                                + ",\"status\":\"Available\",\"errorCode\":\"NoError\"}]"))
                        .answered(new Message("CALLRESULT", Map.of(), "[3,\"m\",{}]"));
            }
            add(Who.CPO, ObjectKind.STATION, "{\"id\":\"L\",\"connected\":true,\"power_kw\":22.0}");
        });
        return Future.succeededFuture(Telling.NOTHING);
    }

    @Override
    public List<JsonNode> observe(Who at, ObjectKind kind) {
        return see(at, kind);
    }

    private void add(Who at, ObjectKind kind, String json) {
        see(at, kind).add(Json.parseOwn(json));
    }

    private List<JsonNode> see(Who at, ObjectKind kind) {
        return objects.computeIfAbsent(at + "/" + kind, key -> new ArrayList<>());
    }

    private ExchangeLog.Open open(Protocol protocol, String from, String to, String operation, Message request) {
        String id = "m" + ++messages;
        return log.begin(new ExchangeLog.Start(protocol, "2.2.1", operation, from, to, id, id, request));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cardboard(Class<T> type) {
        return (T) Proxy.newProxyInstance(
                FakeStage.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("cardboard");
                });
    }
}
