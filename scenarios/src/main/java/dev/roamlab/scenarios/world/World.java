package dev.roamlab.scenarios.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.station.models.StationModel;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people, places, tariffs and chargers that stories are about.
 *
 * @param start the lab's first instant
 * @param cast whom the text can name: {@code {driver}} is the member's name, {@code {driver.card}} one of its facts
 * @param features what parts of a story may need
 * @param locations in the form of OCPI 2.3.0; the story is about these
 * @param tariffs in the form of OCPI 2.3.0; the story is about these
 * @param crowd what the CPO has besides
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record World(
        String name,
        Instant start,
        Business emsp,
        Business cpo,
        Map<String, Member> cast,
        List<Driver> drivers,
        List<ParkedCar> cars,
        List<Charger> chargers,
        Set<Feature> features,
        List<JsonNode> locations,
        List<JsonNode> tariffs,
        Crowd crowd) {

    /** A world; lists and maps are copied, in order. */
    public World {
        cast = new LinkedHashMap<>(cast);
        drivers = List.copyOf(drivers);
        cars = List.copyOf(cars);
        chargers = List.copyOf(chargers);
        features = features.isEmpty() ? Set.of() : EnumSet.copyOf(features);
        locations = List.copyOf(locations);
        tariffs = List.copyOf(tariffs);
    }

    /**
     * Objects that no story names. There may be a hundred thousand of them, so they are kept as JSON text.
     *
     * @param locations in the form of OCPI 2.3.0
     * @param tariffs in the form of OCPI 2.3.0
     */
    public record Crowd(List<String> locations, List<String> tariffs) {
        /** Nothing besides. */
        public static final Crowd NONE = new Crowd(List.of(), List.of());

        /** A crowd; the lists are copied. */
        public Crowd {
            locations = List.copyOf(locations);
            tariffs = List.copyOf(tariffs);
        }
    }

    /** A company, as the business details of its credentials role say it. */
    public record Business(String name, String countryCode, String partyId, Optional<String> website) {}

    /**
     * Somebody or something that the story names.
     *
     * @param description who that is, in a few words
     * @param facts further words for the text
     */
    public record Member(String name, String description, Map<String, String> facts) {
        /** A member; the facts are copied, in order. */
        public Member {
            facts = new LinkedHashMap<>(facts);
        }
    }

    /** A customer of the eMSP. */
    public record Driver(String id, String name, String contract, List<DriverToken> tokens) {
        /** A driver; the tokens are copied. */
        public Driver {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * A means of identification that a driver has from the start.
     *
     * @param type a TokenType's spelling
     * @param whitelist a WhitelistType's spelling
     */
    public record DriverToken(
            String uid, String type, String whitelist, Optional<String> visualNumber, boolean valid) {}

    /**
     * A car.
     *
     * @param model one of the car models of the lab
     * @param soc state of charge in percent when the story begins
     */
    public record ParkedCar(String id, String model, double soc) {}

    /**
     * A charging station.
     *
     * @param id its identity towards the central system
     * @param model a station model
     * @param location the OCPI location where it stands
     * @param evses uid of the OCPI EVSE behind each of its EVSEs, in order
     */
    public record Charger(String id, StationModel model, String location, List<String> evses) {
        /** A charger; the uids are copied. */
        public Charger {
            evses = List.copyOf(evses);
        }
    }

    /** What {@code {key}} or {@code {key.fact}} stands for in this world; empty when it is not known. */
    public Optional<String> word(String placeholder) {
        int dot = placeholder.indexOf('.');
        Member member = cast.get(dot < 0 ? placeholder : placeholder.substring(0, dot));
        if (member == null) {
            return Optional.empty();
        }
        return dot < 0
                ? Optional.of(member.name())
                : Optional.ofNullable(member.facts().get(placeholder.substring(dot + 1)));
    }
}
