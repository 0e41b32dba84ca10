package dev.roamlab.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all objects, tried on many random ones. */
class RoundTripPropertyTest {
    private static final int OBJECTS = 60;
    private static final int MUTATIONS = 120;
    private static final Dialect OLD = Dialect.of(OcpiVersion.V2_2_1);
    private static final Dialect NEW = Dialect.of(OcpiVersion.V2_3_0);

    @ParameterizedTest
    @EnumSource(Golden.class)
    void an_object_comes_back_from_2_3_0_as_it_was(Golden golden) throws Exception {
        RandomRecords objects = new RandomRecords(golden.name().hashCode(), true);
        for (int i = 0; i < OBJECTS; i++) {
            Record object = objects.next(golden.type());

            String wire = Json.write(NEW.write(golden.type(), Binder.encode(object)));

            assertThat((Record) NEW.decode(golden.type(), Json.parse(wire)).value())
                    .isEqualTo(object);
        }
    }

    @ParameterizedTest
    @EnumSource(Golden.class)
    void what_2_2_1_has_said_once_it_says_again(Golden golden) throws Exception {
        RandomRecords objects = new RandomRecords(golden.name().hashCode(), false);
        for (int i = 0; i < OBJECTS; i++) {
            String wire = Json.write(OLD.write(golden.type(), Binder.encode(objects.next(golden.type()))));

            Record read = OLD.decode(golden.type(), Json.parse(wire)).value();

            String again = Json.write(OLD.write(golden.type(), Binder.encode(read)));
            // A list of which 2.2.1 can say no element is written empty once, and then left out.
            assertThat(again).isEqualTo(wire.replaceAll("\"[a-z_]+\":\\[],", ""));
        }
    }

    @ParameterizedTest
    @EnumSource(Golden.class)
    void broken_objects_are_refused_with_pointers_to_what_is_there_or_missing(Golden golden) throws Exception {
        Random random = new Random(golden.name().hashCode());
        for (OcpiVersion version : OcpiVersion.values()) {
            for (int i = 0; i < MUTATIONS; i++) {
                JsonNode wire = Json.parse(Json.write(golden.json(version)));
                for (int times = 1 + random.nextInt(3); times > 0; times--) {
                    mutate(wire, random);
                }
                try {
                    Dialect.of(version).decode(golden.type(), wire);
                } catch (InvalidObject refused) {
                    assertThat(refused.problems()).isNotEmpty();
                    refused.problems().forEach(problem -> assertPointsAtSomething(wire, problem));
                }
            }
        }
    }

    private static void assertPointsAtSomething(JsonNode wire, Problem problem) {
        String pointer = problem.pointer();
        String parent = pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
        assertThat(wire.at(parent).isMissingNode())
                .as("%s in %s", problem, wire)
                .isFalse();
        assertThat(problem.rule()).isNotBlank();
    }

    private static void mutate(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode odd = odd(random);
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, odd);
            }
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), odd);
        }
    }

    private static JsonNode odd(Random random) {
        String[] odd = {
            "null",
            "true",
            "-1",
            "0",
            "1E100",
            "1.5",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"" + "9".repeat(300) + "\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"a\":[1]}",
            "\"2024-02-30T00:00:00Z\"",
            "\"ä\"",
            "1E-100",
            "\"\\ud800\""
        };
        try {
            return Json.parse(odd[random.nextInt(odd.length)]);
        } catch (dev.roamlab.ocpi.json.MalformedJson impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void collect(JsonNode json, List<JsonNode> containers) {
        if (json.isContainerNode()) {
            containers.add(json);
            json.forEach(child -> collect(child, containers));
        }
    }
}
