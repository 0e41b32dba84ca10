package dev.roamlab.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.Tables.Field;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files agree with the tables, and survive a round trip through the records. */
class GoldenTest {
    static Stream<Arguments> files() {
        return Stream.of(Golden.values())
                .flatMap(golden -> Stream.of(OcpiVersion.values()).map(version -> Arguments.of(golden, version)));
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void together_the_files_hold_every_field_of_every_table(OcpiVersion version) {
        Tables tables = Tables.of(version);
        Set<String> seen = new LinkedHashSet<>();

        for (Golden golden : Golden.values()) {
            collect(tables, className(golden), golden.json(version), seen);
        }

        List<String> all = new ArrayList<>();
        tables.classes().forEach((name, fields) -> fields.forEach(field -> all.add(name + " " + field.name())));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void a_file_comes_back_as_it_was_read(Golden golden, OcpiVersion version) throws Exception {
        Dialect dialect = Dialect.of(version);
        JsonNode wire = golden.json(version);

        Record value = Binder.decode(golden.type(), dialect.read(golden.type(), wire, false));

        // As text: trees tell 3 the int from 3 the decimal.
        assertThat(Json.write(dialect.write(golden.type(), Binder.encode(value))))
                .isEqualTo(Json.write(wire));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VERSION_DETAILS", "HUB_CREDENTIALS"})
    void what_2_3_0_says_can_be_told_in_2_2_1(Golden golden) {
        JsonNode told = Dialect.of(OcpiVersion.V2_2_1).write(golden.type(), golden.json(OcpiVersion.V2_3_0));

        assertThat(Json.write(told)).isEqualTo(Json.write(golden.json(OcpiVersion.V2_2_1)));
    }

    private static String className(Golden golden) {
        return golden.type().getName().substring("dev.roamlab.ocpi.".length());
    }

    private static void collect(Tables tables, String className, JsonNode json, Set<String> seen) {
        List<Field> fields = tables.fields(className);
        assertThat(json.fieldNames())
                .toIterable()
                .as(className)
                .isSubsetOf(fields.stream().map(Field::name).toList());
        for (Field field : fields) {
            JsonNode value = json.path(field.name());
            assertThat(value.isMissingNode() && field.required())
                    .as(className + " " + field)
                    .isFalse();
            if (!value.isMissingNode()) {
                seen.add(className + " " + field.name());
                tables.classNamed(field.bareType()).ifPresent(inner -> {
                    Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
                    values.forEach(each -> collect(tables, inner, each, seen));
                });
            }
        }
    }
}
