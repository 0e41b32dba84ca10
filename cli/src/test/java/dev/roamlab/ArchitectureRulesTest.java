package dev.roamlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that may find nothing to look at must be seen to catch something. */
class ArchitectureRulesTest {
    private static final JavaClasses OFFENDER = new ClassFileImporter().importPackages("dev.roamlab.emsp.offender");

    static List<ArchRule> broken() {
        return List.of(
                ArchitectureTest.emsp_sees_node_and_vocabulary,
                ArchitectureTest.nothing_sees_the_command,
                ArchitectureTest.only_the_command_prints,
                ArchitectureTest.time_comes_from_the_lab,
                ArchitectureTest.timers_come_from_the_lab,
                ArchitectureTest.event_loops_never_wait,
                ArchitectureTest.event_loops_touch_no_files,
                ArchitectureTest.only_the_store_speaks_to_databases);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void every_rule_catches_an_offender(ArchRule rule) {
        assertThat(rule.evaluate(OFFENDER).hasViolation()).isTrue();
    }

    @Test
    void waiting_is_caught_in_each_of_its_forms() {
        assertThat(ArchitectureTest.event_loops_never_wait
                        .evaluate(OFFENDER)
                        .getFailureReport()
                        .getDetails())
                .hasSize(2);
    }

    @Test
    void rules_for_other_modules_leave_it_alone() {
        assertThat(ArchitectureTest.stations_see_ocpp.evaluate(OFFENDER).hasViolation())
                .isFalse();
    }
}
