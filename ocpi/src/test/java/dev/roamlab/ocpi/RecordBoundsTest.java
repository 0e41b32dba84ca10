package dev.roamlab.ocpi;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roamlab.ocpi.Tables.Field;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bound of the tables is kept by the record constructors: maximum lengths, and lists that may not be empty. */
class RecordBoundsTest {
    /** Their form decides, not the stated length. */
    private static final Set<String> OF_A_FORM = Set.of("latitude", "longitude");

    private static final Map<Class<?>, List<Record>> SAMPLES = samples();

    static Stream<Arguments> limitedFields() {
        return fields(field -> field.maxLength().isPresent() && !OF_A_FORM.contains(field.name()))
                .filter(arguments -> isText((RecordComponent) arguments.get()[0]));
    }

    static Stream<Arguments> requiredLists() {
        return fields(field -> field.cardinality().equals("+"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("limitedFields")
    void a_text_of_the_maximum_length_is_taken_and_a_longer_one_refused(
            RecordComponent component, Field field, String title) {
        int max = field.maxLength().orElseThrow();
        List<Record> samples = samplesOf(component);

        assertThat(samples).anyMatch(sample -> takes(sample, component, text(component, max)));
        assertThat(samples).allSatisfy(sample -> {
            var refusal = refusal(sample, component, text(component, max + 1));
            assertThat(refusal.field()).isEqualTo(field.name() + (Records.isList(component) ? "/0" : ""));
        });
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("requiredLists")
    void a_list_that_needs_an_element_is_refused_when_empty(RecordComponent component, Field field, String title) {
        // A removed EVSE may come without connectors.
        Record sample = samplesOf(component).get(0);

        var refusal = refusal(sample, component, List.of());

        assertThat(refusal.field()).isEqualTo(field.name());
        assertThat(refusal).hasMessage(field.name() + ": empty, at least one element");
    }

    private static boolean isText(RecordComponent component) {
        Class<?> type = Records.valueType(component);
        return type == String.class || type == CiString.class;
    }

    private static Object text(RecordComponent component, int length) {
        String text = "x".repeat(length);
        Object value = Records.valueType(component) == CiString.class ? new CiString(text) : text;
        return Records.isOptional(component) ? Optional.of(value) : Records.isList(component) ? List.of(value) : value;
    }

    private static boolean takes(Record sample, RecordComponent component, Object value) {
        try {
            Records.with(sample, component, value);
            return true;
        } catch (InvalidField refused) {
            return false;
        }
    }

    private static InvalidField refusal(Record sample, RecordComponent component, Object value) {
        InvalidField refusal = catchThrowableOfType(InvalidField.class, () -> Records.with(sample, component, value));
        assertThat(refusal).as("%s takes %s", component, value).isNotNull();
        return refusal;
    }

    private static List<Record> samplesOf(RecordComponent component) {
        List<Record> samples = SAMPLES.getOrDefault(component.getDeclaringRecord(), List.of());
        assertThat(samples).as("samples of %s", component.getDeclaringRecord()).isNotEmpty();
        return samples;
    }

    private static Stream<Arguments> fields(java.util.function.Predicate<Field> wanted) {
        return Tables.of(OcpiVersion.V2_3_0).classes().entrySet().stream().flatMap(entry -> {
            RecordComponent[] components = components(entry.getKey());
            List<Field> fields = entry.getValue();
            return IntStream.range(0, fields.size())
                    .filter(i -> wanted.test(fields.get(i)))
                    .mapToObj(i -> Arguments.of(
                            components[i],
                            fields.get(i),
                            entry.getKey() + " " + fields.get(i).name()));
        });
    }

    private static RecordComponent[] components(String name) {
        try {
            return Records.named(name).getRecordComponents();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<Class<?>, List<Record>> samples() {
        return Arrays.stream(Golden.values())
                .flatMap(golden -> Records.within(decoded(golden)))
                .filter(sample -> !(sample instanceof OpenEnum))
                .collect(groupingBy(Record::getClass));
    }

    private static Record decoded(Golden golden) {
        try {
            return Binder.decode(golden.type(), golden.json(OcpiVersion.V2_3_0));
        } catch (InvalidObject invalid) {
            throw new IllegalStateException(golden + " " + invalid.problems(), invalid);
        }
    }
}
