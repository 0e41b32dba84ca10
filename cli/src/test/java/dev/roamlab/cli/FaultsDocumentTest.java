package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/faults.md to the list. To write the table anew: run this test with {@code -Droamlab.write-docs=true}. */
class FaultsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "faults.md");
    private static final String BEGIN = "<!-- The table is made by FaultsDocumentTest. -->\n";

    @Test
    void the_table_in_the_documentation_is_that_of_the_list() throws IOException {
        String document = Files.readString(DOCUMENT);
        String intended = document.substring(0, document.indexOf(BEGIN)) + BEGIN + table();
        if (Boolean.getBoolean("roamlab.write-docs")) {
            Files.writeString(DOCUMENT, intended);
            return;
        }

        assertThat(document)
                .as("docs/faults.md is stale: run this test with -Droamlab.write-docs=true")
                .isEqualTo(intended);
    }

    private static String table() {
        return "\n| fault | what the node does | role | seen in | needs | breaks |\n|---|---|---|---|---|---|\n"
                + Faults.all().stream().map(FaultsDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Fault fault) {
        String versions =
                fault.versions().size() == 1 ? " (" + fault.versions().get(0).value() + ")" : "";
        return "| `" + fault.name() + "` | " + fault.title() + versions + " | " + fault.culprit() + " | "
                + fault.direction() + " | " + fault.needs().orElse("") + " | "
                + String.join(", ", fault.requirements()) + " |\n";
    }
}
