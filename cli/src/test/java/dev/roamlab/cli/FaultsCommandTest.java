package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.faults.Faults;
import dev.roamlab.ocpi.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultsCommandTest {

    @Test
    void the_list_names_every_fault_with_its_requirement() {
        CliRun run = CliRun.of("faults");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("CRED-raw-token", "TRN-006", Faults.all().size() + " faults");
    }

    @Test
    void the_list_in_json_has_what_a_program_needs() throws Exception {
        JsonNode json = Json.parse(CliRun.of("faults", "--json").out().getBytes(StandardCharsets.UTF_8));

        assertThat(json.path("faults"))
                .hasSize(Faults.all().size())
                .allSatisfy(fault -> assertThat(fault.fieldNames())
                        .toIterable()
                        .contains("name", "title", "role", "direction", "versions", "requirements"));
    }

    @Test
    void an_unknown_fault_is_told_with_the_one_that_may_be_meant() {
        CliRun run = CliRun.of("cpo", "--port", "0", "--fault", "CRED-raw-tokn");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("CRED-raw-tokn", "did you mean CRED-raw-token?");
    }
}
