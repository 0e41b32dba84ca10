package dev.roamlab.scenarios.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.world.World.Business;
import dev.roamlab.scenarios.world.World.Charger;
import dev.roamlab.scenarios.world.World.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the shipped stories to somebody's own locations and tariffs: finds a place that can carry them, and lets the text speak
 * of it. People, cars and the charger come along.
 */
public final class Relocation {
    private static final int PAGES_TO_SEE = 3;
    private static final int SMALLEST_PAGE = 5;
    private static final int LARGEST_PAGE = 1000;
    private static final Duration UNTIL_EVENING = Duration.ofMinutes(62);

    private final World world;
    private final PlaceSearch search;

    private Relocation(World world, PlaceSearch search) {
        this.world = world;
        this.search = search;
    }

    /**
     * The moved world.
     *
     * @param why which place was chosen and why, in a sentence
     */
    public record Moved(World world, String why) {}

    /**
     * Moves a world.
     *
     * @param locations in the form of OCPI 2.3.0
     * @param tariffs in the form of OCPI 2.3.0
     * @throws NoPlace when no location can carry the stories; says what they lack
     */
    public static Moved move(World world, List<JsonNode> locations, List<JsonNode> tariffs) {
        return new Relocation(world, new PlaceSearch(locations, tariffs)).move();
    }

    /** No location of the data can carry the stories. */
    public static final class NoPlace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoPlace(String message) {
            super(message, null, false, false);
        }
    }

    private Moved move() {
        PlaceSearch.Place place = search.find();
        JsonNode location = place.location();
        List<JsonNode> theirs = search.of(location, search.locations());
        List<JsonNode> prices = search.of(location, search.tariffs());
        String owner = location.path("country_code").asText() + "-"
                + location.path("party_id").asText();
        Business cpo = new Business(
                location.path("operator").path("name").asText(owner),
                location.path("country_code").asText(),
                location.path("party_id").asText(),
                Optional.empty());
        World moved = WorldBuilder.builder(world)
                .name(name(location))
                .cpo(cpo)
                .cast(cast(place, theirs.size(), prices))
                .chargers(List.of(charger(place)))
                .locations(theirs)
                .tariffs(prices)
                .build();
        return new Moved(moved, why(place, theirs.size(), owner));
    }

    private String why(PlaceSearch.Place place, int theirs, String owner) {
        int others = search.locations().size() - theirs;
        String left = others == 0
                ? ""
                : " The lab plays " + owner + " only; locations of other parties are left out: " + others + ".";
        return "The story plays at " + name(place.location()) + " ("
                + place.location().path("id").asText() + "): the first of " + theirs
                + " locations where two charging points have one connector each and a tariff that is known ("
                + place.tariffId() + ")." + left;
    }

    private Charger charger(PlaceSearch.Place place) {
        Charger first = world.chargers().get(0);
        return new Charger(
                first.id(), first.model(), place.location().path("id").asText(), place.evses());
    }

    private Map<String, Member> cast(PlaceSearch.Place place, int locations, List<JsonNode> tariffs) {
        Map<String, Member> cast = new LinkedHashMap<>(world.cast());
        JsonNode at = place.location();
        cast.put(
                "place",
                member(
                        name(at),
                        Map.of(
                                "location", at.path("id").asText(),
                                "evse", place.evses().get(0),
                                "other_evse", place.evses().get(1),
                                "connector", place.connector(),
                                "city", at.path("city").asText(),
                                "tariff", place.tariffId())));
        cast.put("network", member(places(locations), Map.of("page", String.valueOf(page(locations)))));
        cast.put("broken", elsewhere(place.broken()));
        cast.put("closing", elsewhere(place.closing()));
        String other = tariffs.stream()
                .map(tariff -> tariff.path("id").asText())
                .filter(id -> !id.equals(place.tariffId()))
                .findFirst()
                .orElse(place.tariffId());
        cast.put("fast", member("tariff " + other, Map.of("tariff", other)));
        cast.put(
                "evening",
                member(
                        "An hour goes by. The sister brings a second pot.",
                        Map.of("instant", world.start().plus(UNTIL_EVENING).toString())));
        return cast;
    }

    private static Member elsewhere(PlaceSearch.Point point) {
        return member(
                name(point.location()),
                Map.of("location", point.location().path("id").asText(), "evse", point.evse()));
    }

    private static Member member(String name, Map<String, String> facts) {
        return new Member(name, "", facts);
    }

    private static String places(int count) {
        return count == 1 ? "one place" : count + " places";
    }

    private static int page(int locations) {
        int third = (locations + PAGES_TO_SEE - 1) / PAGES_TO_SEE;
        return Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, third));
    }

    static String name(JsonNode location) {
        String name = location.path("name").asText("");
        return name.isBlank()
                ? location.path("address").asText() + ", "
                        + location.path("city").asText()
                : name;
    }

    /** Everything in a list that has a property. */
    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}
