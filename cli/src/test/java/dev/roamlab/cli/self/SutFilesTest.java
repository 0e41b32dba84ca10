package dev.roamlab.cli.self;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.conformance.sutfile.SutFile;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our nodes, described for the suite. */
class SutFilesTest {
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CPO", "EMSP"})
    void a_node_describes_itself_as_the_suite_wants_it(Role role) throws Exception {
        SelfSubject subject = SelfSubject.start(SelfSettings.of(role, 21)).await(10, SECONDS);

        Sut sut = read("self", Json.write(subject.sutFile()));

        assertThat(sut.versionsUrl()).hasToString(subject.versionsUrl());
        subject.close().await(10, SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roamlab-cpo.sut.yaml", "roamlab-emsp.sut.yaml"})
    void the_shipped_examples_are_right(String name) throws Exception {
        assertThat(read(name, Files.readString(Path.of("../docs/examples", name))))
                .isNotNull();
    }

    private static Sut read(String name, String text) {
        return SutFile.read(name, text, variable -> Optional.empty(), Given.NOTHING);
    }
}
