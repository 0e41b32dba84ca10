package dev.roamlab.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.Testable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Path TABLE = Path.of("..", "docs", "coverage.md");

    /** Renew it with {@code mvn -pl conformance-suite -am test -Dtest=CoverageTest -Dcoverage.write=true -Dsurefire.failIfNoSpecifiedTests=false}. */
    @Test
    void the_committed_table_is_not_stale() throws IOException {
        String table = Coverage.load().markdown();
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(TABLE, table);
        }

        assertThat(Files.readString(TABLE)).isEqualTo(table);
    }

    @Test
    void every_must_on_the_wire_has_a_check() {
        assertThat(Coverage.load().missing())
                .filteredOn(requirement -> requirement.level() == Level.MUST && requirement.testable() == Testable.WIRE)
                .isEmpty();
    }
}
