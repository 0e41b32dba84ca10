package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks of a world that no JSON Schema can make: its OCPI objects, and whether what it names is there. */
final class WorldCheck {
    private final YamlSource source;
    private final String prefix;
    private final JsonNode world;
    private final List<Problem> problems = new ArrayList<>();

    private WorldCheck(YamlSource source, String prefix) {
        this.source = source;
        this.prefix = prefix;
        this.world = source.root().at(prefix);
    }

    /**
     * The problems of a world that fits the schema.
     *
     * @param prefix JSON pointer of the world in its file
     */
    static List<Problem> of(YamlSource source, String prefix) {
        WorldCheck check = new WorldCheck(source, prefix);
        check.objects("locations", Location.class);
        check.objects("tariffs", Tariff.class);
        check.cars();
        check.chargers();
        return check.problems;
    }

    private <T extends Record> void objects(String list, Class<T> type) {
        for (int i = 0; i < world.path(list).size(); i++) {
            try {
                Document.read(type, world.path(list).path(i));
            } catch (InvalidObject invalid) {
                String at = prefix + "/" + list + "/" + i;
                invalid.problems()
                        .forEach(problem -> problems.add(source.problem(
                                at + problem.pointer(),
                                "OCPI " + type.getSimpleName() + problem.pointer() + ": " + problem.rule(),
                                Optional.empty())));
            }
        }
    }

    private void cars() {
        List<String> models = Models.cars();
        for (int i = 0; i < world.path("cars").size(); i++) {
            named(models, "/cars/" + i + "/model", "a car model of the lab");
        }
    }

    private void chargers() {
        List<String> models = Models.stations();
        List<String> locations = WorldReader.each(
                world.path("locations"), location -> location.path("id").asText());
        for (int i = 0; i < world.path("chargers").size(); i++) {
            String at = "/chargers/" + i;
            named(models, at + "/model", "a station model of the lab");
            named(locations, at + "/location", "a location of this world");
            String location = world.at(at + "/location").asText();
            for (int e = 0; e < world.at(at + "/evses").size(); e++) {
                named(evses(location), at + "/evses/" + e, "an EVSE of " + location);
            }
        }
    }

    private List<String> evses(String locationId) {
        List<String> uids = new ArrayList<>();
        for (JsonNode location : world.path("locations")) {
            if (location.path("id").asText().equals(locationId)) {
                location.path("evses").forEach(evse -> uids.add(evse.path("uid").asText()));
            }
        }
        return uids;
    }

    private void named(Collection<String> known, String at, String what) {
        String value = world.at(at).asText();
        if (!known.contains(value)) {
            problems.add(source.problem(
                    prefix + at,
                    "must be " + what + ", there are " + String.join(", ", known),
                    Spelling.meant(value, known)));
        }
    }
}
