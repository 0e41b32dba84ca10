package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.conformance.Mutant.Fate;
import dev.roamlab.cli.conformance.SelfTest.Reach;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Fault.Culprit;
import dev.roamlab.node.faults.Fault.Direction;
import dev.roamlab.node.faults.Faults;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sample of what {@code conformance self-test} does with all faults. */
class SelfTestTest {
    /** Some of each chapter that show at once. */
    private static final List<String> SAMPLE = List.of(
            "VER-endpoint-without-role",
            "VER-short-number",
            "CRED-country-alpha-3",
            "CRED-token-changes-on-get",
            "TRN-own-request-id",
            "TYP-language-of-three",
            "TYP-bare-display-text",
            "TAR-mismatch-accepted",
            "TAR-whole-day-refused",
            "TOK-offline-only",
            "SES-end-without-zone",
            "LOC-evse-put-loses-siblings");

    @Test
    void faults_of_all_chapters_are_caught_for_the_right_reason() {
        List<Fault> faults = Faults.all().stream()
                .filter(fault -> SAMPLE.contains(fault.name()))
                .toList();
        List<Mutant> heard = Collections.synchronizedList(new ArrayList<>());

        List<Mutant> mutants = new SelfTest(heard::add, Reach.DECLARED).run(faults, 2);

        assertThat(mutants).extracting(mutant -> mutant.fault().name()).containsExactlyInAnyOrderElementsOf(SAMPLE);
        assertThat(mutants).allSatisfy(mutant -> {
            assertThat(mutant.fate()).as(mutant.toString()).isEqualTo(Fate.CAUGHT);
            assertThat(mutant.findings()).contains(mutant.fault().requirement());
        });
        assertThat(heard).hasSameElementsAs(mutants);
    }

    @Test
    void a_fault_that_does_no_harm_survives() {
        Fault harmless = new Fault(
                "VER-harmless",
                "Nothing is wrong",
                Culprit.EMSP,
                List.of(OcpiVersion.V2_3_0),
                List.of("VER-009"),
                Direction.SERVED,
                Optional.empty(),
                request -> false,
                Faults.all().get(0).advice());

        List<Mutant> mutants = new SelfTest(mutant -> {}, Reach.DECLARED).run(List.of(harmless), 1);

        assertThat(mutants).singleElement().satisfies(mutant -> {
            assertThat(mutant.fate()).isEqualTo(Fate.SURVIVED);
            assertThat(mutant.findings()).isEmpty();
        });
    }
}
