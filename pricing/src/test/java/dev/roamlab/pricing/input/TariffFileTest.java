package dev.roamlab.pricing.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.MissingVat;
import dev.roamlab.pricing.input.TariffFile.Read;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffFileTest {
    private static final String ELEMENTS =
            "\"currency\": \"EUR\", \"elements\": [{\"price_components\": [{\"type\": \"ENERGY\", \"price\": 0.25, \"step_size\": 1}]}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|2.2.1",
                ", \"tax_included\": \"YES\"|2.3.0",
                ", \"max_price\": {\"before_taxes\": 5}|2.3.0",
                ", \"max_price\": {\"excl_vat\": 5}|2.2.1",
            })
    void the_version_is_recognised_by_the_shape(String more, String version) throws Exception {
        Read read =
                TariffFile.parse("{" + ELEMENTS + more + "}", Optional.empty()).get(0);

        assertThat(read.version().value()).isEqualTo(version);
    }

    @Test
    void a_version_that_is_given_counts() throws Exception {
        Read read = TariffFile.parse("{" + ELEMENTS + "}", Optional.of(OcpiVersion.V2_3_0))
                .get(0);

        assertThat(read.version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(read.missingVat()).isEqualTo(MissingVat.UNKNOWN);
        assertThat(read.tariff().taxIncluded()).isEqualTo(TaxIncluded.NO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{%s}|1", "[{%s}, {%s}]|2", "{\"data\": {%s}, \"status_code\": 1000}|1", "{\"data\": [{%s}]}|1"})
    void tariffs_come_alone_in_arrays_and_in_envelopes(String form, int count) throws Exception {
        assertThat(TariffFile.parse(form.replace("%s", ELEMENTS), Optional.empty()))
                .hasSize(count);
    }

    @Test
    void a_mistake_is_named_in_the_words_of_its_version() {
        String text = "[{" + ELEMENTS + ", \"min_price\": {\"incl_vat\": 5}}]";

        InvalidObject invalid =
                catchThrowableOfType(InvalidObject.class, () -> TariffFile.parse(text, Optional.empty()));

        assertThat(invalid.problems()).extracting(Problem::pointer).containsExactly("/0/min_price/excl_vat");
    }
}
