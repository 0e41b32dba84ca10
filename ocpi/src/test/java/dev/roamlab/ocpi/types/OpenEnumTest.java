package dev.roamlab.ocpi.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpi.locations.ConnectorType;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.versions.VersionNumber;
import org.junit.jupiter.api.Test;

class OpenEnumTest {
    @Test
    void an_unlisted_value_is_kept_as_it_is() {
        ConnectorType tomorrow = new ConnectorType("LAB_PLUG_9");

        assertThat(tomorrow).hasToString("LAB_PLUG_9");
        assertThat(ConnectorType.KNOWN).doesNotContain(tomorrow).contains(ConnectorType.MCS);
    }

    @Test
    void a_listed_value_equals_its_constant_and_case_matters() {
        assertThat(new TokenType("RFID")).isEqualTo(TokenType.RFID);
        assertThat(new TokenType("rfid")).isNotEqualTo(TokenType.RFID);
    }

    @Test
    void an_empty_value_is_refused() {
        assertThatThrownBy(() -> new TokenType("")).isInstanceOf(InvalidField.class);
    }

    @Test
    void a_version_number_knows_whether_it_is_spoken_here() {
        assertThat(VersionNumber.of(OcpiVersion.V2_3_0).spoken()).contains(OcpiVersion.V2_3_0);
        assertThat(new VersionNumber("3.0").spoken()).isEmpty();
        assertThat(OcpiVersion.of("2.2")).isEmpty();
    }
}
