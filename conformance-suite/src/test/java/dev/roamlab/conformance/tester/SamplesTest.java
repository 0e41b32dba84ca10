package dev.roamlab.conformance.tester;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.schema.SchemaReport;
import dev.roamlab.conformance.subject.Party;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples are judged by the suite's own schemas: a tester that sends what its own checks refuse accuses strangers wrongly. */
class SamplesTest {
    private final Samples samples = new Samples(new Party("NL", "TSA"), "run12345");

    private static void requireValid(SpecVersion version, String name, JsonNode object) {
        SchemaReport report = ObjectSchemas.of(version).check(name, object);
        assertThat(report.findings()).as(name).isEmpty();
        assertThat(report.hints()).as(name + " hints").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void tokens_are_valid(SpecVersion version) {
        requireValid(version, "Token", samples.tokens().minimal(version));
        requireValid(version, "Token", samples.tokens().full(version));
        for (String type : List.of("RFID", "APP_USER", "AD_HOC_USER", "OTHER", "EMAID")) {
            requireValid(version, "Token", Forms.in(version, samples.tokens().of(type, "ALWAYS", true)));
        }
        requireValid(
                version,
                "AuthorizationInfo",
                samples.tokens().authorization("ALLOWED", samples.tokens().full(version)));
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void locations_are_valid(SpecVersion version) {
        requireValid(version, "Location", samples.locations().minimal(version));
        requireValid(version, "Location", samples.locations().full(version));
        requireValid(version, "Location", samples.locations().street(version, "Street", List.of("T1")));
        requireValid(version, "Location", samples.locations().fast(version, "Motorway", List.of("T1")));
        requireValid(version, "Connector", samples.locations().connector("7"));
        requireValid(version, "EVSE", samples.locations().evse(List.of()));
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void tariffs_are_valid(SpecVersion version) {
        requireValid(version, "Tariff", samples.tariffs().minimal(version));
        requireValid(version, "Tariff", samples.tariffs().perKwh(version, "0.30"));
        requireValid(version, "Tariff", samples.tariffs().mixed(version));
        requireValid(version, "Tariff", samples.tariffs().full(version));
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void sessions_and_cdrs_are_valid(SpecVersion version) {
        ObjectNode token = samples.tokens().minimal(version);
        requireValid(version, "Session", samples.charges().minimal(version, token));
        requireValid(version, "Session", samples.charges().active(version, token));
        requireValid(version, "Session", samples.charges().completed(version, token));
        requireValid(version, "CDR", samples.charges().minimalCdr(version, token));
        requireValid(version, "CDR", samples.charges().cdr(version, token));
        requireValid(version, "CDR", samples.charges().credit(samples.charges().cdr(version, token)));
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void commands_are_valid(SpecVersion version) {
        URI url = URI.create("https://tester.example/callback/1");
        ObjectNode token = samples.tokens().minimal(version);
        CommandSamples commands = samples.commands();
        requireValid(
                version,
                "StartSession",
                commands.start(version, url, token, "L1", Optional.of("E1"), Optional.of("1")));
        requireValid(version, "StopSession", commands.stop(url, "S1"));
        requireValid(version, "ReserveNow", commands.reserve(version, url, token, "L1", Optional.of("E1")));
        requireValid(version, "CancelReservation", commands.cancel(url, "R1"));
        requireValid(version, "UnlockConnector", commands.unlock(url, "L1", "E1", "1"));
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void the_figures_of_a_cdr_add_up(SpecVersion version) {
        JsonNode cdr = samples.charges().cdr(version, samples.tokens().minimal(version));

        assertThat(sum(cdr, "ENERGY"))
                .isEqualByComparingTo(cdr.path("total_energy").decimalValue());
        assertThat(sum(cdr, "TIME")).isEqualByComparingTo(cdr.path("total_time").decimalValue());
        assertThat(cdr.path("total_time").decimalValue()).isBetween(new BigDecimal("0.99"), new BigDecimal("1.01"));
    }

    private static BigDecimal sum(JsonNode cdr, String type) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode period : cdr.path("charging_periods")) {
            for (JsonNode dimension : period.path("dimensions")) {
                if (dimension.path("type").asText().equals(type)) {
                    sum = sum.add(dimension.path("volume").decimalValue());
                }
            }
        }
        return sum;
    }
}
