package dev.roamlab.scenarios.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.world.Relocation.NoPlace;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for a location that can carry the stories, and for two charging points that something can happen to. */
final class PlaceSearch {
    private static final Set<String> OUT_OF_USE = Set.of("REMOVED", "PLANNED", "OUTOFORDER", "INOPERATIVE");

    private final List<JsonNode> locations;
    private final List<JsonNode> tariffs;
    private final Map<String, Set<String>> tariffIds = new HashMap<>();
    private final Map<String, Integer> lacking = new HashMap<>();

    PlaceSearch(List<JsonNode> locations, List<JsonNode> tariffs) {
        this.locations = locations;
        this.tariffs = tariffs;
        tariffs.forEach(tariff -> tariffIds
                .computeIfAbsent(owner(tariff), party -> new HashSet<>())
                .add(tariff.path("id").asText()));
    }

    /** A charging point somewhere. */
    record Point(JsonNode location, String evse) {}

    /**
     * A place for the stories.
     *
     * @param evses the two charging points of the charger
     * @param connector id of the second one's connector
     */
    record Place(
            JsonNode location, List<String> evses, String connector, String tariffId, Point broken, Point closing) {}

    List<JsonNode> locations() {
        return locations;
    }

    List<JsonNode> tariffs() {
        return tariffs;
    }

    /** Those objects of a list that have the same owner as a location. */
    List<JsonNode> of(JsonNode location, List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> owner(object).equals(owner(location)))
                .toList();
    }

    Place find() {
        return locations.stream()
                .map(this::place)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new NoPlace("No location can carry the story. It needs one with two charging points in "
                                + "use that have one connector each, with a tariff that is known, and two more charging points "
                                + "anywhere. Of " + locations.size() + " locations, " + describe() + "."));
    }

    private String describe() {
        return lacking.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .reduce((one, other) -> one + ", " + other)
                .orElse("none was valid");
    }

    private Optional<Place> place(JsonNode location) {
        List<JsonNode> usable = Relocation.list(location.path("evses")).stream()
                .filter(evse -> !OUT_OF_USE.contains(evse.path("status").asText()))
                .filter(evse -> evse.path("connectors").size() == 1)
                .toList();
        if (usable.size() < 2) {
            return lacks("have fewer than two such charging points");
        }
        if (!hasZone(location)) {
            return lacks("have no time zone that is known");
        }
        List<JsonNode> priced = usable.stream()
                .filter(evse -> tariff(location, evse).isPresent())
                .toList();
        if (priced.size() < 2) {
            return lacks("have two, but no tariff on them that is known");
        }
        List<String> evses = List.of(uid(priced.get(0)), uid(priced.get(1)));
        List<Point> others = others(location, evses);
        if (others.size() < 2) {
            return lacks("would do, but there are no two charging points besides theirs");
        }
        return Optional.of(new Place(
                location,
                evses,
                priced.get(1).path("connectors").path(0).path("id").asText(),
                tariff(location, priced.get(0)).orElseThrow(),
                others.get(0),
                others.get(1)));
    }

    private Optional<Place> lacks(String what) {
        lacking.merge(what, 1, Integer::sum);
        return Optional.empty();
    }

    /** Two charging points that are not part of the story, in different places if there are any. */
    private List<Point> others(JsonNode place, List<String> taken) {
        Stream<Point> elsewhere = of(place, locations).stream()
                .filter(location -> location != place)
                .filter(location -> Relocation.list(location.path("evses")).stream()
                        .noneMatch(evse -> evse.path("status").asText().equals("OUTOFORDER")))
                .flatMap(location -> Relocation.list(location.path("evses")).stream()
                        .filter(PlaceSearch::inUse)
                        .limit(1)
                        .map(evse -> new Point(location, uid(evse))));
        Stream<Point> here = Relocation.list(place.path("evses")).stream()
                .filter(PlaceSearch::inUse)
                .filter(evse -> !taken.contains(uid(evse)))
                .map(evse -> new Point(place, uid(evse)));
        return Stream.concat(elsewhere, here).limit(2).toList();
    }

    private static boolean inUse(JsonNode evse) {
        return !OUT_OF_USE.contains(evse.path("status").asText());
    }

    private Optional<String> tariff(JsonNode location, JsonNode evse) {
        Set<String> known = tariffIds.getOrDefault(owner(location), Set.of());
        return Relocation.list(evse.path("connectors").path(0).path("tariff_ids")).stream()
                .map(JsonNode::asText)
                .filter(known::contains)
                .findFirst();
    }

    private static boolean hasZone(JsonNode location) {
        try {
            ZoneId.of(location.path("time_zone").asText());
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static String uid(JsonNode evse) {
        return evse.path("uid").asText();
    }

    private static String owner(JsonNode object) {
        return object.path("country_code").asText() + "/"
                + object.path("party_id").asText();
    }
}
