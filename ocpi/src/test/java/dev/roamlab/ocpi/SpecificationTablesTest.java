package dev.roamlab.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.Tables.Field;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.Since;
import dev.roamlab.ocpi.types.WireName;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the records and enumerations against the tables of both versions, so that nothing is left out. */
class SpecificationTablesTest {
    /** Java's names for the specification's simple types. */
    private static final Map<String, Set<String>> TYPES = Map.of(
            "string", Set.of("String", "LocalTime", "LocalDate", "CredentialsToken"),
            "CiString", Set.of("CiString", "CountryCode", "PartyId", "HubPartyId"),
            "URL", Set.of("Url", "WebLink"),
            "number", Set.of("BigDecimal"),
            "int", Set.of("int", "Integer"),
            "boolean", Set.of("boolean", "Boolean"),
            "DateTime", Set.of("Instant"));

    /** Classes whose fields 2.2.1 names differently; its dialect converts them. */
    private static final Set<String> RESHAPED = Set.of("types.Price");

    /** Values beside the tables: the hub of 2.2.1, and the module that names itself in its own chapter only. */
    private static final Map<String, List<String>> BESIDE_THE_TABLES = Map.of(
            "types.Role", List.of("HUB"),
            "versions.ModuleId", List.of("invoicereconciliation"));

    static Stream<String> classes() {
        return Tables.of(OcpiVersion.V2_3_0).classes().keySet().stream();
    }

    static Stream<String> oldClasses() {
        return Tables.of(OcpiVersion.V2_2_1).classes().keySet().stream().filter(name -> !RESHAPED.contains(name));
    }

    static Stream<String> enums() {
        return Tables.enums(OcpiVersion.V2_3_0).keySet().stream();
    }

    static Stream<String> oldEnums() {
        return Tables.enums(OcpiVersion.V2_2_1).keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void a_record_has_the_fields_of_its_2_3_0_table_in_order(String name) throws Exception {
        List<Field> fields = Tables.of(OcpiVersion.V2_3_0).fields(name);
        RecordComponent[] components = Records.named(name).getRecordComponents();

        assertThat(Arrays.stream(components).map(Records::wireName))
                .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
        for (int i = 0; i < components.length; i++) {
            assertFits(components[i], fields.get(i));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oldClasses")
    void what_is_not_marked_as_added_is_the_2_2_1_table(String name) throws Exception {
        List<Field> fields = Tables.of(OcpiVersion.V2_2_1).fields(name);
        RecordComponent[] components = Records.named(name).getRecordComponents();

        assertThat(Arrays.stream(components)
                        .filter(component -> !component.isAnnotationPresent(Since.class))
                        .map(Records::wireName))
                .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("enums")
    void an_enumeration_has_the_values_of_its_2_3_0_table(String entry) throws Exception {
        String name = entry.substring(0, entry.indexOf(' '));

        List<String> values = values(Records.named(name), false);

        assertThat(Records.named(name).isEnum()).isEqualTo(entry.endsWith(" closed"));
        assertThat(values.stream().filter(value -> !beside(name).contains(value)))
                .containsExactlyElementsOf(Tables.enums(OcpiVersion.V2_3_0).get(entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oldEnums")
    void what_is_not_marked_as_added_is_the_2_2_1_list(String entry) throws Exception {
        String name = entry.substring(0, entry.indexOf(' '));

        List<String> values = values(Records.named(name), true);

        assertThat(values)
                .containsExactlyInAnyOrderElementsOf(
                        Tables.enums(OcpiVersion.V2_2_1).get(entry));
    }

    private static void assertFits(RecordComponent component, Field field) {
        String javaType = Records.valueType(component).getSimpleName();

        assertThat(TYPES.getOrDefault(field.bareType(), Set.of(field.bareType())))
                .as(field.name())
                .contains(javaType);
        assertThat(Records.isOptional(component))
                .as(field.name())
                .isEqualTo(field.cardinality().equals("?"));
        assertThat(Records.isList(component)).as(field.name()).isEqualTo("*+".contains(field.cardinality()));
    }

    private static List<String> beside(String name) {
        return BESIDE_THE_TABLES.getOrDefault(name, List.of());
    }

    private static List<String> values(Class<?> type, boolean withoutAdded) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == type && !field.isSynthetic())
                .filter(field -> !withoutAdded || !field.isAnnotationPresent(Since.class))
                .map(SpecificationTablesTest::wireValue)
                .toList();
    }

    private static String wireValue(java.lang.reflect.Field constant) {
        try {
            WireName given = constant.getAnnotation(WireName.class);
            return given != null
                    ? given.value()
                    : constant.get(null) instanceof OpenEnum open ? open.value() : constant.getName();
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
