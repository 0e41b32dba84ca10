package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.conformance.between.Guise;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("long")
@Execution(ExecutionMode.CONCURRENT) // they mostly wait
class OurNodesConformTest {
    private static final System.Logger LOG = System.getLogger("conformance");

    @ParameterizedTest
    @EnumSource(SutRole.class)
    void our_nodes_have_no_finding_in_any_version(SutRole role) throws Exception {
        assertThat(Twice.found(
                        Set.of(Verdict.FAILED, Verdict.WARNED, Verdict.ERROR, Verdict.SKIPPED), () -> examined(role)))
                .isEmpty();
    }

    private static Run examined(SutRole role) throws Exception {
        var slowest = new SlowestChecks();
        Run run = OurNode.examined(role, only(), Guise.NONE, slowest);
        if (Boolean.getBoolean("conformance.show")) {
            run.results().stream()
                    .map(RequirementResult.class::cast)
                    .filter(result ->
                            Set.of(Verdict.INCONCLUSIVE, Verdict.NOT_EXERCISED).contains(result.verdict()))
                    .forEach(OurNodesConformTest::show);
        }
        if (Boolean.getBoolean("conformance.times")) {
            LOG.log(System.Logger.Level.INFO, slowest.text());
        }
        LOG.log(System.Logger.Level.INFO, run.summary().toString() + run.notes());
        return run;
    }

    private static void show(RequirementResult result) {
        LOG.log(
                System.Logger.Level.INFO,
                result.version() + " " + result.requirement() + " " + result.verdict() + ": " + result.message());
    }

    /** To look at a part: {@code -Dconformance.only=LOC,TYP}. */
    private static Set<String> only() {
        String wanted = System.getProperty("conformance.only", "");
        return wanted.isEmpty() ? Set.of() : Set.of(wanted.split(","));
    }
}
