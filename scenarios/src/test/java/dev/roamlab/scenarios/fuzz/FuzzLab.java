package dev.roamlab.scenarios.fuzz;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.emsp.EmspNode.Sync;
import dev.roamlab.emsp.tokens.Contract;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Both nodes in wall time, registered with each other and with a stranger, with stations for the storm and one besides. */
final class FuzzLab implements AutoCloseable {
    static final int STATIONS = 12;
    static final String SOUND_STATION = "SOUND-1";
    static final String SOUND_EVSE = "EVSE" + (STATIONS + 1);
    static final String SOUND_DRIVER = "SOUND-CARD";

    private static final int WAIT_SECONDS = 30;
    private static final int INVITATIONS = 150;
    private static final CountryCode NL = new CountryCode("NL");

    final Vertx vertx = Vertx.vertx();
    final RealClock clock = new RealClock(1);
    final ExchangeLog log = new ExchangeLog(clock);
    final EmspNode emsp;
    final CpoNode cpo;
    final Stranger stranger;
    final Nodes nodes;

    FuzzLab(long seed) throws Exception {
        emsp = new EmspNode(
                settings("emsp", Role.EMSP, "VLT"),
                new LabContext(clock, log, Ids.seeded(seed, "emsp")),
                Sync.ON_REQUEST);
        cpo = new CpoNode(
                CpoSettings.of(settings("cpo", Role.CPO, "ZON"))
                        .commandTimeout(Duration.ofSeconds(3))
                        .offlineAfter(Duration.ofSeconds(2))
                        .sessionUpdates(Duration.ofSeconds(1))
                        .build(),
                new LabContext(clock, log, Ids.seeded(seed, "cpo")));
        vertx.deployVerticle(emsp).await(WAIT_SECONDS, SECONDS);
        vertx.deployVerticle(cpo).await(WAIT_SECONDS, SECONDS);
        stranger = Stranger.start(vertx, seed);
        furnish();
        register(OcpiVersion.V2_3_0);
        nodes = new Nodes(
                node("emsp", emsp.versionsUrl(), "CPO", OcpiVersion.V2_2_1, Interfaces.EMSP),
                node("cpo", cpo.cpo().url(), "MSP", OcpiVersion.V2_3_0, Interfaces.CPO),
                stranger);
    }

    private static NodeSettings settings(String name, Role role, String party) {
        return NodeSettings.local(
                        name, List.of(new CredentialsRole(role, BusinessDetails.named(name), new PartyId(party), NL)))
                .partnerTimeout(Duration.ofSeconds(2))
                .pageLimit(5)
                .build();
    }

    // --- what is there ---

    private void furnish() throws Exception {
        wait(cpo.cpo()
                .loadTariffs(List.of(Document.of(Fixtures.aTariff()
                        .countryCode(NL)
                        .partyId(new PartyId("ZON"))
                        .build()))));
        List<Evse> evses =
                IntStream.rangeClosed(1, STATIONS + 1).mapToObj(FuzzLab::evse).toList();
        wait(cpo.cpo()
                .loadLocations(List.of(Document.of(Fixtures.aLocation()
                        .countryCode(NL)
                        .partyId(new PartyId("ZON"))
                        .evses(evses)
                        .build()))));
        for (int i = 1; i <= STATIONS; i++) {
            wait(cpo.cpo().commission("LOC1", station(i), List.of("EVSE" + i)));
        }
        wait(cpo.cpo().commission("LOC1", SOUND_STATION, List.of(SOUND_EVSE)));
        for (int i = 1; i <= 4; i++) {
            issue("DRIVER" + i, WhitelistType.values()[i % WhitelistType.values().length]);
        }
        issue(SOUND_DRIVER, WhitelistType.ALLOWED);
    }

    static String station(int number) {
        return "FUZZ-" + number;
    }

    private static Evse evse(int number) {
        return Fixtures.anEvse()
                .uid(new CiString("EVSE" + number))
                .capabilities(List.of(
                        Capability.RFID_READER,
                        Capability.REMOTE_START_STOP_CAPABLE,
                        Capability.RESERVABLE,
                        Capability.UNLOCK_CAPABLE))
                .build();
    }

    private void issue(String uid, WhitelistType whitelist) throws Exception {
        Contract contract = Contract.of("NL-VLT-C" + uid, "Mia", clock.instant());
        ask(parts -> parts.drivers().sign(contract));
        ask(parts -> parts.drivers()
                .issue(Fixtures.aToken()
                        .countryCode(NL)
                        .partyId(new PartyId("VLT"))
                        .uid(new CiString(uid))
                        .contractId(contract.id())
                        .whitelist(whitelist)
                        .valid(true)
                        .build()));
    }

    // --- who knows whom ---

    /** The eMSP registers with the CPO, and the CPO fetches its tokens. */
    void register(OcpiVersion version) throws Exception {
        CredentialsToken tokenA = new CredentialsToken("between-us-" + System.nanoTime());
        wait(cpo.cpo().invite("emsp", tokenA));
        ask(parts -> parts.platform().registration().register(new Url(cpo.cpo().url()), tokenA, List.of(version)));
        Partner known = theEmsp();
        wait(cpo.ask(parts -> parts.tokensPull().full(known)));
    }

    Partner theEmsp() throws Exception {
        return partner(wait(cpo.cpo().partners()), "VLT");
    }

    Partner theCpo() throws Exception {
        return partner(
                ask(parts -> Future.succeededFuture(parts.platform().partners().all())), "ZON");
    }

    private static Partner partner(List<Partner> partners, String party) {
        return partners.stream()
                .filter(partner -> partner.party().partyId().value().equals(party))
                .findFirst()
                .orElseThrow(() -> new AssertionError(party + " is no partner any more"));
    }

    private Nodes.Node node(
            String name, String versionsUrl, String party, OcpiVersion version, List<Operation<?, ?>> operations)
            throws Exception {
        List<String> passing = new CopyOnWriteArrayList<>();
        for (int i = 0; i < INVITATIONS; i++) {
            passing.add(invite(name, "passing-" + i));
        }
        int port = java.net.URI.create(versionsUrl).getPort();
        String token = introduce(port, name, invite(name, "stranger"), party, version);
        return new Nodes.Node(name, port, token, passing, operations);
    }

    private String invite(String node, String id) throws Exception {
        String tokenA = "A-" + node + "-" + id;
        platform(node, platform -> platform.partners().invite(id, new CredentialsToken(tokenA)));
        return tokenA;
    }

    /** The stranger registers; gives the token that it gets. */
    private String introduce(int port, String node, String tokenA, String party, OcpiVersion version) throws Exception {
        ObjectNode body = (ObjectNode) Golden.CREDENTIALS.json(version);
        body.put("url", stranger.versionsUrl());
        for (JsonNode role : body.path("roles")) {
            ((ObjectNode) role)
                    .put("country_code", party.equals("CPO") ? "NL" : "DE")
                    .put("party_id", party);
        }
        HttpClient client = vertx.createHttpClient();
        String answer = wait(client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI("/ocpi/" + node + "/" + version.value() + "/credentials")
                        .putHeader("Authorization", "Token " + base64(tokenA)))
                .compose(request -> request.send(Buffer.buffer(body.toString())))
                .compose(response -> response.body().map(Buffer::toString)));
        wait(client.close());
        return Json.parse(answer).path("data").path("token").asText();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everybody but the two leaves, and what nobody took up is withdrawn. */
    void seeOff() throws Exception {
        for (String node : List.of("emsp", "cpo")) {
            String stays = node.equals("emsp") ? "ZON" : "VLT";
            platform(node, platform -> {
                List<Future<?>> gone = new ArrayList<>();
                platform.partners().all().stream()
                        .filter(partner -> !partner.party().partyId().value().equals(stays))
                        .forEach(partner -> gone.add(
                                platform.registration().unregister(partner).otherwiseEmpty()));
                for (int i = 0; i < INVITATIONS; i++) {
                    platform.partners()
                            .invitation("passing-" + i)
                            .ifPresent(unused -> gone.add(platform.partners().withdraw(unused)));
                }
                return Future.all(gone);
            });
        }
    }

    // --- talking to the nodes ---

    <T> T ask(Function<EmspNode.Parts, Future<T>> question) throws Exception {
        return wait(emsp.ask(question));
    }

    <T> T platform(String node, Function<Platform, Future<T>> question) throws Exception {
        return wait(
                node.equals("emsp")
                        ? emsp.ask(parts -> question.apply(parts.platform()))
                        : cpo.ask(parts -> question.apply(parts.platform())));
    }

    static <T> T wait(Future<T> future) throws Exception {
        return future.await(WAIT_SECONDS, SECONDS);
    }

    @Override
    public void close() throws Exception {
        stranger.close();
        vertx.close().await(WAIT_SECONDS, SECONDS);
        clock.close();
    }
}
