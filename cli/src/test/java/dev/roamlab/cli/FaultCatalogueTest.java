package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.Testable;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The nodes cannot see the catalogue; this is where the two meet. */
class FaultCatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Pattern NAME =
            Pattern.compile("(VER|CRED|TRN|STC|TYP|LOC|TAR|TOK|SES|CDR|CMD|INT)(-[a-z0-9.]+)+");

    static Stream<Fault> faults() {
        return Faults.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_requirement_exists_and_can_be_seen(Fault fault) {
        for (String id : fault.requirements()) {
            assertThat(CATALOGUE.find(id)).as(fault.name() + ": " + id).isPresent();
        }
        assertThat(required(fault).testable()).as(fault.name()).isNotEqualTo(Testable.NONE);
        assertThat(fault.name()).matches(NAME);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void in_every_version_of_a_fault_one_of_its_requirements_stands(Fault fault) {
        assertThat(fault.versions())
                .as(fault.name())
                .allMatch(version -> fault.requirements().stream()
                        .map(id -> CATALOGUE.find(id).orElseThrow())
                        .flatMap(requirement -> requirement.versions().stream())
                        .anyMatch(stands -> stands.toString().equals(version.value())
                                || stands.name().equals("V" + version.value().replace('.', '_'))));
    }

    @Test
    void no_name_is_given_twice() {
        assertThat(faults().map(Fault::name)).doesNotHaveDuplicates();
    }

    @Test
    void most_faults_break_what_must_be() {
        List<Fault> must =
                faults().filter(fault -> required(fault).level() == Level.MUST).toList();

        assertThat(must.size() * 100 / Faults.all().size()).isGreaterThanOrEqualTo(80);
    }

    private static Requirement required(Fault fault) {
        return CATALOGUE.find(fault.requirement()).orElseThrow();
    }
}
