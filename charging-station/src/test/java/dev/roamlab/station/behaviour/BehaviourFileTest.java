package dev.roamlab.station.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roamlab.station.behaviour.InvalidBehaviour.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourFileTest {
    @Test
    void every_shipped_behaviour_is_read_and_says_when_it_ends() {
        assertThat(Behaviours.all()).extracting(BehaviourPlan::id).containsExactlyElementsOf(Behaviours.ids());
        assertThat(Behaviours.all()).allSatisfy(plan -> assertThat(plan.ends()).doesNotContain("never"));
    }

    @Test
    void what_is_left_out_has_its_usual_value() {
        var plan = BehaviourFile.parse("{id: mine, title: Mine., visits: {}}", "mine.yaml");

        var visits = plan.visits().orElseThrow();
        assertThat(visits.arrival().pause()).hasToString("~25m");
        assertThat(visits.stay().leavesWhenFull()).isTrue();
        assertThat(visits.card().unknown()).isZero();
        assertThat(plan.ends()).contains("never");
    }

    @Test
    void all_mistakes_are_told_at_once_with_line_path_and_rule() {
        String yaml = """
                id: Mine
                title: Mine.
                visits:
                  perConnector: many
                  arrival: {pause: 5 minutes}
                  stay:
                    dwel: 5m
                  car: {socFrom: 80, socTo: 20, models: [tesla]}
                """;

        var invalid = catchThrowableOfType(InvalidBehaviour.class, () -> BehaviourFile.parse(yaml, "mine.yaml"));

        assertThat(invalid.problems())
                .extracting(Problem::line, Problem::path)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(1, "/id"),
                        org.assertj.core.groups.Tuple.tuple(4, "/visits/perConnector"),
                        org.assertj.core.groups.Tuple.tuple(5, "/visits/arrival/pause"),
                        org.assertj.core.groups.Tuple.tuple(7, "/visits/stay/dwel"),
                        org.assertj.core.groups.Tuple.tuple(8, "/visits/car/socTo"),
                        org.assertj.core.groups.Tuple.tuple(8, "/visits/car/models/0"));
        assertThat(invalid)
                .hasMessageContaining("mine.yaml:5: /visits/arrival/pause: '5 minutes' is no a time")
                .hasMessageContaining("'tesla' is none of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "id: [", "text", "id: a\nid: b\ntitle: x"})
    void what_is_no_behaviour_is_refused(String yaml) {
        assertThatThrownBy(() -> BehaviourFile.parse(yaml, "x.yaml")).isInstanceOf(InvalidBehaviour.class);
    }

    @Test
    void a_span_around_a_mean_has_that_mean_and_no_endless_tail() {
        var random = new SplittableRandom(1);
        Span span = Span.parse("~25m");

        var all =
                random.ints(20_000).mapToLong(i -> span.any(random).toSeconds()).summaryStatistics();

        assertThat(all.getAverage()).isBetween(1400.0, 1560.0);
        assertThat(all.getMax()).isLessThanOrEqualTo(4 * 25 * 60);
    }

    @ParameterizedTest
    @CsvSource({
        // now (Amsterdam is two hours ahead), earliest and latest from then on in minutes
        "2027-06-01T10:00:00Z, 270, 480",
        "2027-06-01T15:00:00Z, 0, 180",
        "2027-06-01T18:30:00Z, 1200, 1410"
    })
    void a_time_of_day_is_the_next_one_where_the_fleet_is(Instant now, long least, long most) {
        TimeOfDay evening = TimeOfDay.parse("16:30..20:00");

        Duration wait = evening.next(now, ZoneId.of("Europe/Amsterdam"), new SplittableRandom(7));

        assertThat(wait.toMinutes()).isBetween(least, most);
    }

    @Test
    void a_stretch_past_midnight_goes_on_after_it() {
        TimeOfDay night = TimeOfDay.parse("22:00..06:00");

        Duration wait = night.next(Instant.parse("2027-06-01T03:00:00Z"), ZoneId.of("UTC"), new SplittableRandom(7));

        assertThat(wait).isLessThanOrEqualTo(Duration.ofHours(3));
    }
}
