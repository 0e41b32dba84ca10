package dev.roamlab.conformance.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Requirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecomputeTest {
    private static final BigDecimal EXACT = new BigDecimal("0.0001");

    static List<Worked> all() {
        return Worked.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_worked_figures_are_right(Worked worked) {
        for (int decimals : new int[] {4, 12}) {
            Bill bill = bill(worked, decimals, Method.RIGHT);

            worked.right()
                    .forEach(
                            (figure, expected) -> assertThat(bill.amount(figure).orElseThrow())
                                    .as("%s of %s", figure, bill)
                                    .isCloseTo(expected, offset(EXACT)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_known_mistakes_give_their_figures(Worked worked) {
        worked.wrong().forEach((method, expected) -> {
            Bill bill = bill(worked, 4, method);

            assertThat(bill.amount(method.figure()).orElseThrow())
                    .as("%s: %s", method, bill)
                    .isCloseTo(expected, offset(EXACT));
        });
    }

    @Test
    void every_entry_that_says_recompute_has_a_worked_figure() {
        Set<String> worked = all().stream().map(Worked::id).collect(Collectors.toSet());

        List<String> missing = Catalogue.load().all().stream()
                .filter(requirement -> requirement.id().matches("(TAR|CDR)-.*"))
                .filter(requirement -> requirement.probe().matches("(?s).*Recompute\\b[^.]*[0-9].*"))
                .map(Requirement::id)
                .filter(id -> !worked.contains(id))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void every_method_has_a_worked_figure() {
        Set<Method> worked = all().stream()
                .flatMap(row -> row.wrong().keySet().stream())
                .collect(Collectors.toCollection(() -> EnumSet.of(Method.RIGHT)));

        assertThat(Arrays.stream(Method.values()).filter(method -> !worked.contains(method)))
                .isEmpty();
    }

    @Test
    void every_entry_that_a_method_breaks_is_in_the_catalogue() {
        Catalogue catalogue = Catalogue.load();

        assertThat(Arrays.stream(Method.values())
                        .flatMap(method -> method.entries().stream())
                        .filter(id -> catalogue.find(id).isEmpty()))
                .isEmpty();
    }

    private static Bill bill(Worked worked, int decimals, Method method) {
        Recomputation result = Recompute.of(worked.cdr(decimals), worked.tariffs(), Worked.ZONE, method);
        return result.bill().orElseThrow(() -> new AssertionError(result.toString()));
    }
}
