package dev.roamlab.scenarios.lab;

import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.lab.Ids;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.scenarios.world.WorldBuilder;
import dev.roamlab.station.behaviour.Behaviour;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A lab in which life goes on by itself: the nodes know each other, the stations are on, and drivers come and go. */
public final class Town {
    private static final int TOKEN_LENGTH = 40;
    /** Far beyond the numbers of those who were there from the beginning. */
    private static final int FIRST_NEWCOMER = 1_000_000;

    private static final String EARLY_BIRDS_CAR = "finch-52";

    private final Lab lab;
    private final Partner emspAsTheCpoKnowsIt;
    private final Partner cpoAsTheEmspKnowsIt;
    private final Behaviour behaviour;
    private final AtomicInteger newcomers = new AtomicInteger();

    private Town(Lab lab, Partner emspAsTheCpoKnowsIt, Partner cpoAsTheEmspKnowsIt, Behaviour behaviour) {
        this.lab = lab;
        this.emspAsTheCpoKnowsIt = emspAsTheCpoKnowsIt;
        this.cpoAsTheEmspKnowsIt = cpoAsTheEmspKnowsIt;
        this.behaviour = behaviour;
    }

    /**
     * Brings a town to life.
     *
     * @param world whose companies and drivers these are; its own stations come first
     * @param stations how many there are
     * @return completes when everybody is registered; the stations connect while it is already in use
     */
    public static Future<Town> open(LabSettings settings, World world, int stations) {
        List<World.Charger> own =
                world.chargers().subList(0, Math.min(stations, world.chargers().size()));
        World reduced = WorldBuilder.builder(world).chargers(own).build();
        return Lab.open(settings, reduced)
                .compose(lab -> settle(lab, stations - own.size())
                        .recover(failure -> lab.close().transform(closed -> Future.failedFuture(failure))));
    }

    private static Future<Town> settle(Lab lab, int neighbours) {
        Ids ids = Ids.seeded(lab.settings().seed(), "town");
        return build(lab, ids, neighbours)
                .compose(built -> introduce(lab, ids))
                .compose(partner -> lab.cpo()
                        .cpo()
                        .partners()
                        .map(known -> new Town(lab, known.get(0), partner, behaviour(lab, ids))))
                .onSuccess(Town::wake);
    }

    private static Neighbourhood neighbourhood(Lab lab, Ids ids) {
        World.Business cpo = lab.world().cpo();
        Party owner = new Party(new CountryCode(cpo.countryCode()), new PartyId(cpo.partyId()));
        List<CiString> tariffs = lab.world().tariffs().stream()
                .limit(1)
                .map(tariff -> new CiString(tariff.path("id").asText()))
                .toList();
        return new Neighbourhood(owner, lab.clock().instant(), ids, tariffs);
    }

    private static Future<Void> build(Lab lab, Ids ids, int stations) {
        var built = neighbourhood(lab, ids).build(stations);
        return lab.cpo()
                .cpo()
                .loadLocations(built.locations())
                .compose(loaded -> Lab.inTurn(built.placements(), lab::place));
    }

    /** A store may remember the relation from an earlier life. */
    private static Future<Partner> introduce(Lab lab, Ids ids) {
        return lab.emsp()
                .ask(parts -> Future.succeededFuture(parts.platform().partners().all()))
                .compose(known -> known.isEmpty() ? register(lab, ids) : Future.succeededFuture(known.get(0)));
    }

    private static Future<Partner> register(Lab lab, Ids ids) {
        CredentialsToken tokenA = new CredentialsToken(ids.secret(TOKEN_LENGTH));
        return lab.cpo()
                .cpo()
                .invite("emsp", tokenA)
                .compose(invited -> lab.emsp()
                        .ask(parts -> parts.platform()
                                .registration()
                                .register(new Url(lab.cpo().cpo().url()), tokenA)));
    }

    private static Behaviour behaviour(Lab lab, Ids ids) {
        return new Behaviour(Behaviours.named("town"), lab.clock(), ids.number(Integer.MAX_VALUE), cards(lab));
    }

    private static List<IdToken> cards(Lab lab) {
        return lab.world().drivers().stream()
                .flatMap(driver -> driver.tokens().stream())
                .filter(token -> token.type().equals("RFID"))
                .map(token -> IdToken.of(token.uid()))
                .toList();
    }

    /** The cards of the town's drivers. */
    public List<IdToken> cards() {
        return cards(lab);
    }

    /** Gives stations that come later a place each, so that the CPO lets them in; those that have one keep it. */
    public Future<Void> welcome(List<StationSpec> newcomers) {
        return lab.cpo().cpo().mapping().compose(rows -> {
            Set<String> known = rows.stream().map(MappingRow::stationId).collect(Collectors.toSet());
            return Lab.inTurn(
                    newcomers.stream()
                            .filter(newcomer -> !known.contains(newcomer.chargePointId()))
                            .toList(),
                    this::settle);
        });
    }

    private Future<Void> settle(StationSpec newcomer) {
        int number = FIRST_NEWCOMER + newcomers.incrementAndGet();
        Ids ids = Ids.seeded(lab.settings().seed(), newcomer.chargePointId());
        var built = neighbourhood(lab, ids).single(newcomer, number);
        Placement place = built.placements().get(0);
        return lab.cpo()
                .cpo()
                .addLocation(built.locations().get(0))
                .compose(added ->
                        lab.cpo().cpo().commission(place.locationId(), place.chargePointId(), place.evseUids()))
                .mapEmpty();
    }

    /** Everybody comes sooner or later; the first driver is there at once, so that there is something to see. */
    private void wake() {
        lab.fleet().connectAll();
        List<SimulatedStation> stations = lab.fleet().stations();
        stations.stream().skip(1).forEach(behaviour::visit);
        stations.stream().findFirst().ifPresent(first -> {
            Optional<World.DriverToken> card = lab.world().drivers().stream()
                    .flatMap(driver -> driver.tokens().stream())
                    .filter(World.DriverToken::valid)
                    .findFirst();
            card.ifPresent(token -> greet(first, IdToken.of(token.uid())));
        });
    }

    private void greet(SimulatedStation station, IdToken card) {
        if (!station.state().accepted()) {
            lab.clock().schedule(Duration.ofSeconds(5), () -> greet(station, card));
            return;
        }
        station.plugIn(1, Cars.named(EARLY_BIRDS_CAR).at(20));
        station.present(1, card);
    }

    /** Nobody comes any more; then everything stops. */
    public Future<Void> close() {
        behaviour.stop();
        return lab.close();
    }

    /** Nodes and stations. */
    public Lab lab() {
        return lab;
    }

    /** The eMSP in the CPO's books: its incoming token opens the CPO's doors. */
    public Partner emspAsTheCpoKnowsIt() {
        return emspAsTheCpoKnowsIt;
    }

    /** The CPO in the eMSP's books: its incoming token opens the eMSP's doors. */
    public Partner cpoAsTheEmspKnowsIt() {
        return cpoAsTheEmspKnowsIt;
    }
}
