package dev.roamlab.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule can be kept and can be broken. */
@Tag("long")
class SchemaMutationTest {
    /** Looked at in {@link SchemaRulesTest}: a long id without credit, and a value that is no object. */
    private static final Set<String> BY_TWO_CHANGES = Set.of("CDR-047", "SES-092");

    static Stream<Arguments> objects() {
        return Stream.of(SpecVersion.values())
                .flatMap(version ->
                        Examples.maximal(version).keySet().stream().map(name -> Arguments.of(name, version)));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void an_object_with_every_field_breaks_no_rule(String name, SpecVersion version) {
        JsonNode object = Examples.maximal(version, name);

        SchemaReport report = ObjectSchemas.of(version).check(name, object);

        assertThat(report.findings()).isEmpty();
        assertThat(report.hints()).isEmpty();
        assertThat(object.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(ObjectSchemas.of(version).fields(name));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void an_object_with_its_required_fields_breaks_no_rule(String name, SpecVersion version) {
        JsonNode object = Examples.minimal(version, name);

        assertThat(ObjectSchemas.of(version).check(name, object).findings())
                .filteredOn(finding -> !finding.pointer().isEmpty())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void every_requirement_is_broken_by_some_spoilt_object(SpecVersion version) {
        Set<String> broken = new LinkedHashSet<>(BY_TWO_CHANGES);

        Examples.maximal(version)
                .forEach((name, object) -> spoilt(object).forEach(mutant -> {
                    SchemaReport report = ObjectSchemas.of(version).check(name, mutant);
                    report.findings().forEach(finding -> broken.addAll(finding.requirements()));
                    assertThat(notExercised(report)).isEmpty();
                }));

        Set<String> never = new LinkedHashSet<>(ObjectSchemas.of(version).requirementIds());
        never.removeAll(broken);
        assertThat(never).isEmpty();
    }

    private static List<String> notExercised(SchemaReport report) {
        return report.findings().stream()
                .flatMap(finding -> finding.requirements().stream())
                .filter(id -> !report.exercised().contains(id))
                .toList();
    }

    private static Stream<JsonNode> spoilt(JsonNode object) {
        Set<String> done = new HashSet<>();
        return Examples.places(object).stream()
                .filter(place -> done.add(likeness(object, place)))
                .flatMap(place -> Mutations.of(object, place));
    }

    /** The same for a value that the example repeats: a logo of an operator and of an owner. */
    private static String likeness(JsonNode object, String place) {
        String fields = place.replaceAll("/\\d+", "");
        String near = fields.replaceAll(".*?((/[^/]+){1,2})$", "$1");
        return near + object.at(place);
    }
}
