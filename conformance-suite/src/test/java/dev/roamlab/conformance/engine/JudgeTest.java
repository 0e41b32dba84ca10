package dev.roamlab.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.Testable;
import dev.roamlab.conformance.check.Judgement;
import dev.roamlab.conformance.check.Judgement.Kind;
import dev.roamlab.reports.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @CsvSource({
        "MUST,   DEVIATION,      FAILED",
        "SHOULD, DEVIATION,      WARNED",
        "MAY,    DEVIATION,      PASSED",
        "MUST,   WARNING,        WARNED",
        "MUST,   HELD,           PASSED",
        "MUST,   ERROR,          ERROR",
        "MUST,   SKIPPED,        SKIPPED",
        "MUST,   INCONCLUSIVE,   INCONCLUSIVE",
        "MUST,   NOT_APPLICABLE, NOT_APPLICABLE"
    })
    void the_catalogue_decides_how_bad_a_judgement_is(Level level, Kind kind, Verdict verdict) {
        assertThat(verdict(plain(level), kind)).isEqualTo(verdict);
    }

    @Test
    void a_deviation_on_the_watch_list_only_warns() {
        Requirement watched = CATALOGUE
                .where(one -> one.watchlist() && one.level() == Level.MUST)
                .all()
                .get(0);

        assertThat(verdict(watched, Kind.DEVIATION)).isEqualTo(Verdict.WARNED);
    }

    @Test
    void one_deviation_outweighs_everything_that_held() {
        assertThat(verdict(plain(Level.MUST), Kind.HELD, Kind.HELD, Kind.DEVIATION, Kind.ERROR))
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void what_held_in_one_check_is_not_undone_by_another_that_saw_nothing() {
        assertThat(verdict(plain(Level.MUST), Kind.INCONCLUSIVE, Kind.HELD, Kind.SKIPPED))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void trouble_of_ours_is_no_pass() {
        assertThat(verdict(plain(Level.MUST), Kind.HELD, Kind.ERROR)).isEqualTo(Verdict.ERROR);
    }

    @Test
    void remarks_decide_nothing() {
        assertThat(verdict(plain(Level.MUST), Kind.NOTE)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void silence_is_no_pass() {
        Requirement wire = plain(Level.MUST);
        Requirement unseen =
                CATALOGUE.where(one -> one.testable() == Testable.NONE).all().get(0);

        assertThat(Judge.decide(wire, List.of(), Optional.empty(), true).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Judge.decide(wire, List.of(), Optional.empty(), false).verdict())
                .isEqualTo(Verdict.NOT_EXERCISED);
        assertThat(Judge.decide(unseen, List.of(), Optional.empty(), false).verdict())
                .isEqualTo(Verdict.NOT_OBSERVABLE);
    }

    @Test
    void what_is_ruled_out_is_not_applicable_whatever_was_seen() {
        Judge.Decision decision =
                Judge.decide(plain(Level.MUST), List.of(judgement(Kind.DEVIATION)), Optional.of("concerns hubs"), true);

        assertThat(decision).isEqualTo(new Judge.Decision(Verdict.NOT_APPLICABLE, "concerns hubs"));
    }

    private static Verdict verdict(Requirement requirement, Kind... kinds) {
        List<Judgement> judgements =
                Arrays.stream(kinds).map(JudgeTest::judgement).toList();
        return Judge.decide(requirement, judgements, Optional.empty(), true).verdict();
    }

    private static Requirement plain(Level level) {
        return CATALOGUE
                .where(one -> one.level() == level && !one.watchlist() && one.testable() == Testable.WIRE)
                .all()
                .get(0);
    }

    private static Judgement judgement(Kind kind) {
        return new Judgement(kind, "a check", "one thing", "another", Optional.empty(), List.of());
    }
}
