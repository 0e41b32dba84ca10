package dev.roamlab.conformance.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {
    static List<Worked> all() {
        return Worked.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobody_who_bills_right_is_accused(Worked worked) {
        Judge judge = judge(worked, stating(worked, worked.right()));

        assertThat(Arrays.stream(Method.values()).map(judge::on)).noneMatch(Opinion.Mistaken.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobody_with_another_honest_reading_is_accused(Worked worked) {
        worked.wrong().forEach((method, figure) -> {
            if (method.kind() == Method.Kind.READING) {
                Judge judge = judge(worked, stating(worked, Map.of(method.figure(), figure)));

                assertThat(Arrays.stream(Method.values())
                                .filter(other -> other != method)
                                .map(judge::on))
                        .noneMatch(Opinion.Mistaken.class::isInstance);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_mistake_is_named_when_it_shows(Worked worked) {
        worked.wrong().forEach((method, figure) -> {
            BigDecimal right = worked.right().getOrDefault(method.figure(), BigDecimal.ZERO);
            Judge judge = new Judge(
                    stating(worked, Map.of(method.figure(), figure)),
                    worked.tariffs(),
                    Optional.of(Worked.ZONE),
                    method == Method.EXPIRED_AS_RESERVED);
            Opinion opinion = judge.on(method);

            if (opinion instanceof Opinion.Mistaken mistaken) {
                assertThat(mistaken.cheaper()).isEqualTo(figure.compareTo(right) < 0);
            } else {
                assertThat(excused(worked, method, figure, right))
                        .as("%s %s: %s", worked, method, opinion)
                        .isTrue();
            }
        });
    }

    private static boolean excused(Worked worked, Method method, BigDecimal figure, BigDecimal right) {
        boolean readingToo = worked.wrong().entrySet().stream()
                .anyMatch(other -> other.getKey() != method
                        && other.getKey().kind() == Method.Kind.READING
                        && other.getValue().compareTo(figure) == 0);
        return readingToo
                || figure.setScale(2, RoundingMode.HALF_UP).signum() == 0
                || figure.subtract(right).abs().compareTo(new BigDecimal("0.08")) <= 0;
    }

    @Test
    void an_unknown_zone_silences_what_depends_on_the_time_of_day() {
        Worked worked = row("TAR-092");

        Judge judge = new Judge(worked.cdr(4), worked.tariffs(), Optional.empty(), false);

        assertThat(judge.right()).isEqualTo(new NotComputable("the Location's time_zone is not known"));
        assertThat(judge.on(Method.TIMES_IN_UTC)).isInstanceOf(Opinion.Silent.class);
    }

    @Test
    void an_expired_reservation_may_have_been_cancelled_unless_that_is_known() {
        Worked worked = row("TAR-082");
        ObjectNode cdr = stating(worked, Map.of(Figure.TOTAL, new BigDecimal("2.50")));

        assertThat(new Judge(cdr, worked.tariffs(), Optional.of(Worked.ZONE), false).on(Method.EXPIRED_AS_RESERVED))
                .isInstanceOf(Opinion.Silent.class);
        assertThat(new Judge(cdr, worked.tariffs(), Optional.of(Worked.ZONE), true).on(Method.EXPIRED_AS_RESERVED))
                .isInstanceOf(Opinion.Mistaken.class);
    }

    @Test
    void a_figure_that_nobody_knows_accuses_nobody() {
        Worked worked = row("CDR-085");
        Judge judge = judge(worked, stating(worked, Map.of(Figure.TOTAL, new BigDecimal("1.23"))));

        assertThat(Arrays.stream(Method.values()).map(judge::on)).allMatch(Opinion.Silent.class::isInstance);
        assertThat(judge.totalFits()).contains(false);
    }

    private static Worked row(String id) {
        return all().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private static Judge judge(Worked worked, ObjectNode cdr) {
        return new Judge(cdr, worked.tariffs(), Optional.of(Worked.ZONE), false);
    }

    private static ObjectNode stating(Worked worked, Map<Figure, BigDecimal> figures) {
        ObjectNode cdr = worked.cdr(4);
        boolean v230 = worked.tariffs().get(0).has("tax_included");
        figures.forEach((figure, amount) -> {
            BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
            ObjectNode price = (ObjectNode)
                    Optional.ofNullable(cdr.get(figure.field())).orElseGet(() -> cdr.putObject(figure.field()));
            if (figure != Figure.GROSS) {
                price.put(v230 ? "before_taxes" : "excl_vat", rounded);
            } else if (v230) {
                BigDecimal net = figures.getOrDefault(Figure.TOTAL, BigDecimal.ZERO);
                price.put("before_taxes", net);
                price.putArray("taxes").addObject().put("name", "VAT").put("amount", rounded.subtract(net));
            } else {
                price.put("excl_vat", figures.getOrDefault(Figure.TOTAL, BigDecimal.ZERO));
                price.put("incl_vat", rounded);
            }
        });
        return cdr;
    }
}
