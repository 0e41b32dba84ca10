package dev.roamlab.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What our own nodes write. */
class OurObjectsTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("authorization-info", "AuthorizationInfo"),
            Map.entry("cancel-reservation", "CancelReservation"),
            Map.entry("cdr", "CDR"),
            Map.entry("charging-preferences", "ChargingPreferences"),
            Map.entry("command-response", "CommandResponse"),
            Map.entry("command-result", "CommandResult"),
            Map.entry("connector", "Connector"),
            Map.entry("credentials", "Credentials"),
            Map.entry("credit-cdr", "CDR"),
            Map.entry("evse", "EVSE"),
            Map.entry("hub-credentials", "Credentials"),
            Map.entry("location-references", "LocationReferences"),
            Map.entry("location", "Location"),
            Map.entry("reserve-now", "ReserveNow"),
            Map.entry("session", "Session"),
            Map.entry("start-session", "StartSession"),
            Map.entry("stop-session", "StopSession"),
            Map.entry("tariff", "Tariff"),
            Map.entry("token", "Token"),
            Map.entry("unlock-connector", "UnlockConnector"),
            Map.entry("version-details", "VersionDetails"),
            Map.entry("version", "Version"));

    static Stream<Arguments> objects() {
        return FILES.entrySet().stream()
                .flatMap(file -> Stream.of(SpecVersion.values())
                        .map(version -> Arguments.of(file.getKey(), file.getValue(), version)));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void no_object_of_our_own_breaks_a_rule(String file, String object, SpecVersion version) throws IOException {
        JsonNode json = read("/golden/" + file + ".v" + version.spelling() + ".json");

        SchemaReport report = ObjectSchemas.of(version).check(object, json);

        assertThat(report.findings())
                .filteredOn(finding -> !finding.warnsOnly())
                .isEmpty();
        assertThat(report.hints()).isEmpty();
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(OurObjectsTest.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        }
    }
}
