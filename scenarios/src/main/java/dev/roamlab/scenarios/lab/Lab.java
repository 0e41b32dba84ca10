package dev.roamlab.scenarios.lab;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.emsp.tokens.Contract;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.NodeSettingsBuilder;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.WebLink;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two platforms and their stations in one process. They meet over HTTP and WebSockets only; what they share is the clock and
 * the log. Nothing is registered and no station is switched on yet.
 */
public final class Lab {
    private static final int BATCH = 1000;

    private final Vertx vertx;
    private final LabSettings settings;
    private final World world;
    private final ExchangeLog log;
    private final EmspNode emsp;
    private final CpoNode cpo;
    private final Fleet fleet;

    private Lab(
            Vertx vertx, LabSettings settings, World world, ExchangeLog log, EmspNode emsp, CpoNode cpo, Fleet fleet) {
        this.vertx = vertx;
        this.settings = settings;
        this.world = world;
        this.log = log;
        this.emsp = emsp;
        this.cpo = cpo;
        this.fleet = fleet;
    }

    /** Starts both nodes, and gives them what the world says they have. On failure nothing is left running. */
    public static Future<Lab> open(LabSettings settings, World world) {
        Vertx vertx = Vertx.vertx();
        // The failure is told first: closing takes the threads away on which it would be told.
        return open(vertx, settings, world).onFailure(failure -> vertx.close());
    }

    private static Future<Lab> open(Vertx vertx, LabSettings settings, World world) {
        ExchangeLog log = new ExchangeLog(settings.clock());
        EmspNode emsp = new EmspNode(
                emspSettings(settings, world),
                new LabContext(settings.clock(), log, Ids.seeded(settings.seed(), "emsp")),
                settings.sync());
        CpoNode cpo = new CpoNode(
                CpoSettings.of(cpoSettings(settings, world)).build(),
                new LabContext(settings.clock(), log, Ids.seeded(settings.seed(), "cpo")));
        Ids stationIds = Ids.seeded(settings.seed(), "stations");
        return vertx.deployVerticle(cpo)
                .compose(deployed -> vertx.deployVerticle(emsp))
                .compose(deployed -> Fleet.deploy(
                        FleetSettings.of(
                                        vertx,
                                        settings.clock(),
                                        log,
                                        stationIds,
                                        cpo.cpo().csmsUrl())
                                .speaking(settings.ocpp()),
                        1))
                .map(fleet -> new Lab(vertx, settings, world, log, emsp, cpo, fleet))
                .compose(Lab::furnish);
    }

    private static NodeSettings emspSettings(LabSettings settings, World world) {
        List<OcpiVersion> spoken = Arrays.stream(OcpiVersion.values())
                .filter(version -> version.compareTo(settings.version()) <= 0)
                .toList();
        return common(settings, "emsp", NodeSettings.local("emsp", List.of(role(Role.EMSP, world.emsp()))))
                .port(settings.emspPort())
                .store(settings.emspStore())
                .versions(spoken)
                .build();
    }

    private static NodeSettings cpoSettings(LabSettings settings, World world) {
        return common(settings, "cpo", NodeSettings.local("cpo", List.of(role(Role.CPO, world.cpo()))))
                .port(settings.cpoPort())
                .store(settings.cpoStore())
                .build();
    }

    private static NodeSettingsBuilder common(LabSettings settings, String name, NodeSettingsBuilder node) {
        return node.host(settings.host())
                .pageLimit(settings.pageLimit())
                .faults(settings.faults().stream()
                        .filter(fault -> fault.culprit().fits(name))
                        .toList())
                .admin(settings.admin());
    }

    private static CredentialsRole role(Role role, World.Business business) {
        return new CredentialsRole(
                role,
                new BusinessDetails(business.name(), business.website().map(WebLink::new), Optional.empty()),
                new PartyId(business.partyId()),
                new CountryCode(business.countryCode()));
    }

    private Future<Lab> furnish() {
        return cpo.cpo()
                .loadTariffs(documents(Tariff.class, world.tariffs()))
                .compose(loaded -> cpo.cpo().loadLocations(documents(Location.class, world.locations())))
                .compose(loaded -> add(world.crowd()))
                .compose(loaded -> inTurn(world.drivers(), this::employ))
                .compose(loaded -> inTurn(
                        world.chargers(),
                        charger -> place(
                                new Placement(charger.id(), charger.model(), charger.location(), charger.evses()))))
                .map(furnished -> this);
    }

    /** Gives the CPO more locations and tariffs without telling anybody; any number, as they are read a few at a time. */
    public Future<Void> add(World.Crowd crowd) {
        return add(Tariff.class, crowd.tariffs(), cpo.cpo()::loadTariffs)
                .compose(added -> add(Location.class, crowd.locations(), cpo.cpo()::loadLocations));
    }

    private <T extends Record> Future<Void> add(
            Class<T> type, List<String> texts, Function<List<Document<T>>, Future<Void>> loader) {
        Future<Void> done = Future.succeededFuture();
        for (int from = 0; from < texts.size(); from += BATCH) {
            List<String> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
            done = done.compose(before -> vertx.executeBlocking(() -> batch.stream()
                            .map(text -> Document.stored(type, text))
                            .toList()))
                    .compose(loader);
        }
        return done;
    }

    /** Puts up a station and tells the CPO where it stands; it is not switched on yet. */
    public Future<Void> place(Placement placement) {
        int number = fleet.stations().size() + 1;
        fleet.add(StationSpec.of(placement.model(), placement.chargePointId(), number));
        return cpo.cpo()
                .commission(placement.locationId(), placement.chargePointId(), placement.evseUids())
                .mapEmpty();
    }

    private Future<Void> employ(World.Driver driver) {
        Instant now = clock().instant();
        return emsp.ask(parts -> parts.drivers()
                        .sign(Contract.of(driver.contract(), driver.name(), now))
                        .compose(signed ->
                                inTurn(driver.tokens(), token -> parts.drivers().issue(token(driver, token, now)))))
                .mapEmpty();
    }

    private Token token(World.Driver driver, World.DriverToken token, Instant now) {
        return TokenBuilder.builder()
                .countryCode(new CountryCode(world.emsp().countryCode()))
                .partyId(new PartyId(world.emsp().partyId()))
                .uid(new CiString(token.uid()))
                .type(new TokenType(token.type()))
                .contractId(new CiString(driver.contract()))
                .visualNumber(token.visualNumber())
                .issuer(world.emsp().name())
                .valid(token.valid())
                .whitelist(WhitelistType.valueOf(token.whitelist()))
                .lastUpdated(now)
                .build();
    }

    private static <T extends Record> List<Document<T>> documents(
            Class<T> type, List<com.fasterxml.jackson.databind.JsonNode> objects) {
        List<Document<T>> documents = new ArrayList<>();
        for (var object : objects) {
            try {
                documents.add(Document.read(type, object.deepCopy()));
            } catch (InvalidObject invalid) {
                throw new ScenarioBroken("the world has an invalid " + type.getSimpleName() + " "
                        + object.path("id").asText("?") + ": " + invalid.getMessage());
            }
        }
        return documents;
    }

    /** One after the other, so that ids are given out in the same order in every run. */
    static <T> Future<Void> inTurn(List<T> things, Function<T, Future<?>> work) {
        Future<?> done = Future.succeededFuture();
        for (T thing : things) {
            done = done.compose(before -> work.apply(thing));
        }
        return done.mapEmpty();
    }

    /** Stops stations and nodes, in this order; what is under way is finished. */
    public Future<Void> close() {
        return fleet.close().transform(closed -> vertx.close());
    }

    /** The event loops that nodes and stations live on. */
    public Vertx vertx() {
        return vertx;
    }

    /** The lab's time. */
    public LabClock clock() {
        return settings.clock();
    }

    /** What the lab was told at its start. */
    public LabSettings settings() {
        return settings;
    }

    /** Who and what is in it. */
    public World world() {
        return world;
    }

    /** What crosses the wires. */
    public ExchangeLog log() {
        return log;
    }

    /** The drivers' provider. */
    public EmspNode emsp() {
        return emsp;
    }

    /** The operator of the stations. */
    public CpoNode cpo() {
        return cpo;
    }

    /** The stations. */
    public Fleet fleet() {
        return fleet;
    }
}
