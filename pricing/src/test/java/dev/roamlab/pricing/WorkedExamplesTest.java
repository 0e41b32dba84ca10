package dev.roamlab.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.pricing.Vectors.Vector;
import dev.roamlab.pricing.render.BillJson;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of the specification and of the requirement catalogue, as the JSON answer shows them. */
class WorkedExamplesTest {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.00006");

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_worked_example_comes_out(Vector vector) throws Exception {
        ObjectNode bill = BillJson.of(vector.bill());

        for (Map.Entry<String, JsonNode> expected : vector.expect().properties()) {
            if (!expected.getKey().equals("lines")) {
                JsonNode found = bill.path(expected.getKey());
                assertFigure(
                        expected.getKey(),
                        found.path("before_taxes").isNumber() ? found.path("before_taxes") : found,
                        expected.getValue());
            }
        }
        if (vector.expect().has("lines")) {
            assertLines(bill.path("lines"), vector.expect().path("lines"));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_lines_add_up_unless_a_limit_changed_the_total(Vector vector) throws Exception {
        Bill bill = vector.bill();

        BigDecimal sum =
                bill.lines().stream().map(line -> line.cost().exclOrIncl()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (bill.limits().isEmpty()) {
            assertThat(sum).isCloseTo(bill.total().exclOrIncl(), within(new BigDecimal("0.0002")));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void amount_and_taxes_add_up_to_the_total_with_taxes(Vector vector) throws Exception {
        Bill bill = vector.bill();

        bill.total()
                .incl()
                .ifPresent(incl -> assertThat(bill.totalCost().afterTaxes()).isEqualByComparingTo(incl));
    }

    private static void assertLines(JsonNode lines, JsonNode expected) {
        assertThat(lines).as(lines.toPrettyString()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode line = lines.path(i);
            JsonNode figures = expected.path(i);
            assertThat(line.path("dimension")).as("line " + i).isEqualTo(figures.path("dimension"));
            assertThat(line.path("reservation").booleanValue())
                    .isEqualTo(figures.path("reservation").booleanValue());
            assertFigure("line " + i + " billed", line.path("billed"), figures.path("billed"));
            assertFigure("line " + i + " price", line.path("price"), figures.path("price"));
            assertFigure("line " + i + " cost", line.path("cost"), figures.path("cost"));
        }
    }

    private static void assertFigure(String name, JsonNode figure, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(figure.isNull()).as(name + " is not known").isTrue();
            return;
        }
        assertThat(figure.isNumber()).as(name + " is a number: " + figure).isTrue();
        assertThat(figure.decimalValue()).as(name).isCloseTo(expected.decimalValue(), within(TOLERANCE));
    }
}
