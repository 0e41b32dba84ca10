package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.world.Feature;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.scenarios.world.World.Business;
import dev.roamlab.scenarios.world.World.Charger;
import dev.roamlab.scenarios.world.World.Crowd;
import dev.roamlab.scenarios.world.World.Driver;
import dev.roamlab.scenarios.world.World.DriverToken;
import dev.roamlab.scenarios.world.World.Member;
import dev.roamlab.scenarios.world.World.ParkedCar;
import dev.roamlab.scenarios.world.WorldBuilder;
import dev.roamlab.station.models.StationModels;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a world from a tree that fits the JSON Schema. */
final class WorldReader {
    private WorldReader() {}

    static World read(String name, JsonNode json) {
        return WorldBuilder.builder()
                .name(name)
                .start(OffsetDateTime.parse(json.path("start").asText()).toInstant())
                .emsp(business(json.path("emsp")))
                .cpo(business(json.path("cpo")))
                .cast(cast(json.path("cast")))
                .drivers(each(json.path("drivers"), WorldReader::driver))
                .cars(each(json.path("cars"), WorldReader::car))
                .chargers(each(json.path("chargers"), WorldReader::charger))
                .features(Set.copyOf(features(json.path("features"))))
                .locations(each(json.path("locations"), Function.identity()))
                .tariffs(each(json.path("tariffs"), Function.identity()))
                .crowd(Crowd.NONE)
                .build();
    }

    private static Business business(JsonNode json) {
        return new Business(
                text(json, "name"), text(json, "country_code"), text(json, "party_id"), maybe(json, "website"));
    }

    private static Map<String, Member> cast(JsonNode json) {
        Map<String, Member> cast = new LinkedHashMap<>();
        json.properties().forEach(entry -> cast.put(entry.getKey(), member(entry.getValue())));
        return cast;
    }

    private static Member member(JsonNode json) {
        Map<String, String> facts = new LinkedHashMap<>();
        json.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return new Member(text(json, "name"), maybe(json, "is").orElse(""), facts);
    }

    private static Driver driver(JsonNode json) {
        return new Driver(
                text(json, "id"),
                text(json, "name"),
                text(json, "contract"),
                each(json.path("tokens"), WorldReader::token));
    }

    private static DriverToken token(JsonNode json) {
        return new DriverToken(
                text(json, "uid"),
                text(json, "type"),
                text(json, "whitelist"),
                maybe(json, "visual_number"),
                json.path("valid").asBoolean(true));
    }

    private static ParkedCar car(JsonNode json) {
        return new ParkedCar(
                text(json, "id"), text(json, "model"), json.path("soc").asDouble());
    }

    private static Charger charger(JsonNode json) {
        return new Charger(
                text(json, "id"),
                StationModels.shipped().named(text(json, "model")),
                text(json, "location"),
                each(json.path("evses"), JsonNode::asText));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }

    private static Optional<String> maybe(JsonNode json, String field) {
        return json.has(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
    }

    /** The features that a world has, or that something needs. */
    static List<Feature> features(JsonNode json) {
        return each(json, feature -> Feature.of(feature.asText()));
    }

    static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        array.forEach(element -> list.add(reader.apply(element)));
        return list;
    }
}
