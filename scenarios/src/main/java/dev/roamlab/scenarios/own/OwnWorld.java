package dev.roamlab.scenarios.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.scenarios.world.Feature;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.scenarios.world.World.Business;
import dev.roamlab.scenarios.world.WorldBuilder;
import dev.roamlab.station.physics.Cars;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A shipped world on somebody's own locations and tariffs. Whoever owns the place of the story plays the CPO; people, cars and
 * the provider stay.
 */
public final class OwnWorld {
    private static final String MIAS_CAR = "finch-52";

    private final World shipped;
    private final OwnStock stock;

    private OwnWorld(World shipped, OwnStock stock) {
        this.shipped = shipped;
        this.stock = stock;
    }

    /**
     * The world, and why it is as it is.
     *
     * @param choice sentences for the reader: which place was chosen and why, and what had to be added or left out
     */
    public record Story(World world, List<String> choice) {
        public Story {
            choice = List.copyOf(choice);
        }
    }

    /** An EVSE somewhere. */
    record Point(int index, Location location, String evse) {}

    /**
     * Finds the place and furnishes the world.
     *
     * @throws NoPlace when nothing in the data can carry the stories
     */
    public static Story of(World shipped, OwnStock stock) throws NoPlace {
        OwnWorld world = new OwnWorld(shipped, stock);
        return stock.locations() > 0 ? world.atOwnPlace() : world.withOwnPrices();
    }

    private Story atOwnPlace() throws NoPlace {
        Estate estate = stock.bestEstate().orElseThrow(() -> new NoPlace(Choice.nowhere(stock)));
        Candidate place = estate.best().get(0);
        Prices prices = Prices.of(
                estate.owner(),
                place.tariffs(),
                stock.tariffs(),
                shipped.tariffs(),
                new Prices.When(shipped.start(), place.zone(), estate.latestUpdate()));
        List<Point> touched = touched(estate, place);
        Optional<Point> broken = touched.stream().findFirst();
        Optional<Point> closing = touched.stream().skip(1).findFirst();
        Set<Feature> features = features(place, prices, broken, closing);
        Battery battery = Battery.at(place.first().model().connection(), Cars.named(MIAS_CAR));
        OwnCast cast = new OwnCast(shipped.cast());
        cast.without(List.of("other_charger"));
        cast.place(place, battery);
        cast.mia(battery);
        cast.network(estate.texts().size());
        cast.touched("broken", broken);
        cast.touched("closing", closing);
        cast.prices(prices, Words.clean(place.location().city()));
        WorldBuilder world = WorldBuilder.builder(shipped)
                .name(place.name())
                .cast(cast.members())
                .cpo(business(place))
                .cars(cars(battery))
                .chargers(List.of(ChargerFit.charger(place)))
                .features(features);
        furnish(world, estate, place, prices);
        return new Story(
                introduced(priced(world.build(), prices)),
                new Choice(stock, estate, place, prices, features).sentences());
    }

    /** The place comes first; what is never named is left as text. */
    private void furnish(WorldBuilder world, Estate estate, Candidate place, Prices prices) {
        UnaryOperator<String> aged = ageing(prices);
        ObjectNode at = Json.parseOwn(aged.apply(estate.texts().get(place.index())));
        if (prices.attached()) {
            Set<String> uids = new HashSet<>();
            place.sockets().forEach(socket -> uids.add(socket.uid()));
            attach(at, uids, prices.tariff().id());
        }
        List<String> others = new ArrayList<>(estate.texts().size());
        for (int i = 0; i < estate.texts().size(); i++) {
            if (i != place.index()) {
                others.add(aged.apply(estate.texts().get(i)));
            }
        }
        world.locations(List.of(at)).crowd(new World.Crowd(others, List.of()));
    }

    private static void attach(JsonNode location, Set<String> evses, CiString tariff) {
        for (JsonNode evse : location.path("evses")) {
            if (evses.contains(evse.path("uid").asText())) {
                evse.path("connectors")
                        .forEach(connector ->
                                ((ObjectNode) connector).putArray("tariff_ids").add(tariff.value()));
            }
        }
    }

    /** Where a tariff was valid in the past only, the data must not be younger than the story. */
    private static UnaryOperator<String> ageing(Prices prices) {
        Instant start = prices.timetable().start();
        return prices.timetable().early() ? text -> aged(text, start) : UnaryOperator.identity();
    }

    private static String aged(String text, Instant start) {
        ObjectNode json = Json.parseOwn(text);
        json.findParents("last_updated").forEach(parent -> {
            if (DateTimes.parse(parent.path("last_updated").asText())
                    .filter(start::isAfter)
                    .isEmpty()) {
                ((ObjectNode) parent).put("last_updated", DateTimes.format(start.minusSeconds(1)));
            }
        });
        return Json.write(json);
    }

    private World priced(World world, Prices prices) {
        List<JsonNode> named = new ArrayList<>();
        List<String> others = new ArrayList<>();
        UnaryOperator<String> aged = ageing(prices);
        Set<CiString> ids = new HashSet<>(Set.of(prices.tariff().id()));
        prices.other().ifPresent(other -> ids.add(other.id()));
        for (Document<Tariff> tariff : prices.all()) {
            String text = aged.apply(tariff.text());
            if (ids.contains(tariff.value().id())) {
                named.add(Json.parseOwn(text));
            } else {
                others.add(text);
            }
        }
        return WorldBuilder.builder(world)
                .start(prices.timetable().start())
                .tariffs(named)
                .crowd(new World.Crowd(world.crowd().locations(), others))
                .build();
    }

    /** Two parties cannot have one name: should the owner be called like the story's provider, that one makes way. */
    private World introduced(World world) {
        Business emsp = world.emsp();
        boolean same = new Party(code(emsp), party(emsp)).equals(new Party(code(world.cpo()), party(world.cpo())));
        return same
                ? WorldBuilder.builder(world)
                        .emsp(new Business(emsp.name(), emsp.countryCode(), "VO2", emsp.website()))
                        .build()
                : world;
    }

    private static dev.roamlab.ocpi.types.CountryCode code(Business business) {
        return new dev.roamlab.ocpi.types.CountryCode(business.countryCode());
    }

    private static dev.roamlab.ocpi.types.PartyId party(Business business) {
        return new dev.roamlab.ocpi.types.PartyId(business.partyId());
    }

    private Business business(Candidate place) {
        String name = place.location()
                .operator()
                .map(BusinessDetails::name)
                .map(Words::clean)
                .filter(text -> !text.isEmpty())
                .orElse(shipped.cpo().name());
        return new Business(
                name,
                place.owner().countryCode().value(),
                place.owner().partyId().value(),
                Optional.empty());
    }

    private List<World.ParkedCar> cars(Battery battery) {
        String car = shipped.word("mia.car").orElse("");
        return shipped.cars().stream()
                .map(parked -> parked.id().equals(car) ? new World.ParkedCar(car, MIAS_CAR, battery.soc()) : parked)
                .toList();
    }

    /** EVSEs to which something can happen: elsewhere first, and not two at one place if there are more places. */
    private static List<Point> touched(Estate estate, Candidate place) {
        List<Point> points = new ArrayList<>();
        List<Point> seconds = new ArrayList<>();
        for (Estate.Spot spot : estate.spots()) {
            if (spot.index() != place.index()) {
                gather(spot, Set.of(), points, seconds);
            }
        }
        Set<String> taken = new HashSet<>();
        place.sockets().forEach(socket -> taken.add(socket.uid()));
        Estate.spot(place.location(), place.index()).ifPresent(spot -> gather(spot, taken, points, seconds));
        points.addAll(seconds);
        return points;
    }

    private static void gather(Estate.Spot spot, Set<String> taken, List<Point> points, List<Point> seconds) {
        List<Point> free = spot.evses().stream()
                .filter(uid -> !taken.contains(uid))
                .map(uid -> new Point(spot.index(), spot.location(), uid))
                .toList();
        points.addAll(free.subList(0, Math.min(1, free.size())));
        seconds.addAll(free.subList(Math.min(1, free.size()), free.size()));
    }

    private static Set<Feature> features(
            Candidate place, Prices prices, Optional<Point> broken, Optional<Point> closing) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        features.add(place.sockets().size() > 1 ? Feature.TWO_SOCKETS : Feature.ONE_SOCKET);
        add(features, Feature.REMOTE_START, place.second().remoteStart());
        add(features, Feature.SPARE_EVSE, broken.isPresent());
        add(features, Feature.CLOSING_EVSE, closing.isPresent());
        boolean apart = broken.isPresent()
                && closing.isPresent()
                && broken.get().index() != closing.get().index();
        add(features, Feature.THREE_TOUCHED, apart);
        add(features, Feature.SECOND_TARIFF, prices.other().isPresent());
        return features;
    }

    private static void add(Set<Feature> features, Feature feature, boolean present) {
        if (present) {
            features.add(feature);
        }
    }

    /** Tariffs only: the shipped places become their owner's, and all their connectors get the first usable tariff. */
    private Story withOwnPrices() throws NoPlace {
        TariffShelf shelf = stock.tariffs();
        Party owner = shelf.owners().stream()
                .filter(party -> shelf.firstUsable(party).isPresent())
                .findFirst()
                .orElseThrow(() -> new NoPlace(Choice.noPrice(stock)));
        ZoneId zone = ZoneId.of(shipped.locations().get(0).path("time_zone").asText());
        Prices prices = Prices.of(
                owner,
                List.of(),
                shelf,
                shipped.tariffs(),
                new Prices.When(shipped.start(), zone, shipped.start().minusSeconds(1)));
        OwnCast cast = new OwnCast(shipped.cast());
        cast.prices(prices, shipped.word("place.city").orElse(""));
        Set<Feature> features = EnumSet.copyOf(shipped.features());
        if (prices.other().isEmpty()) {
            features.remove(Feature.SECOND_TARIFF);
        }
        Business cpo = new Business(
                shipped.cpo().name(),
                owner.countryCode().value(),
                owner.partyId().value(),
                shipped.cpo().website());
        UnaryOperator<String> aged = ageing(prices);
        World world = WorldBuilder.builder(shipped)
                .cpo(cpo)
                .cast(cast.members())
                .features(features)
                .locations(shipped.locations().stream()
                        .map(location -> (JsonNode) Json.parseOwn(aged.apply(Json.write(
                                moved(location, owner, prices.tariff().id())))))
                        .toList())
                .build();
        return new Story(introduced(priced(world, prices)), Choice.ofPrices(stock, owner, prices));
    }

    private static ObjectNode moved(JsonNode location, Party owner, CiString tariff) {
        ObjectNode moved = location.deepCopy();
        moved.put("country_code", owner.countryCode().value());
        moved.put("party_id", owner.partyId().value());
        moved.findParents("tariff_ids")
                .forEach(connector ->
                        ((ObjectNode) connector).putArray("tariff_ids").add(tariff.value()));
        return moved;
    }
}
