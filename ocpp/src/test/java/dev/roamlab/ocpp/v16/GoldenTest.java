package dev.roamlab.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.payload.Field;
import dev.roamlab.ocpp.payload.Payloads;
import dev.roamlab.ocpp.payload.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {
    static Collection<Action<?, ?, ?, ?>> actions() {
        return Actions.all();
    }

    static JsonNode golden(String action) {
        try (InputStream in = Objects.requireNonNull(
                GoldenTest.class.getResourceAsStream("/golden/v16/" + action + ".json"), action)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_profile_and_the_security_whitepaper_are_complete() {
        assertThat(Actions.all())
                .extracting(Action::name)
                .containsExactlyInAnyOrder(
                        "Authorize",
                        "BootNotification",
                        "CancelReservation",
                        "CertificateSigned",
                        "ChangeAvailability",
                        "ChangeConfiguration",
                        "ClearCache",
                        "ClearChargingProfile",
                        "DataTransfer",
                        "DeleteCertificate",
                        "DiagnosticsStatusNotification",
                        "ExtendedTriggerMessage",
                        "FirmwareStatusNotification",
                        "GetCompositeSchedule",
                        "GetConfiguration",
                        "GetDiagnostics",
                        "GetInstalledCertificateIds",
                        "GetLocalListVersion",
                        "GetLog",
                        "Heartbeat",
                        "InstallCertificate",
                        "LogStatusNotification",
                        "MeterValues",
                        "RemoteStartTransaction",
                        "RemoteStopTransaction",
                        "ReserveNow",
                        "Reset",
                        "SecurityEventNotification",
                        "SendLocalList",
                        "SetChargingProfile",
                        "SignCertificate",
                        "SignedFirmwareStatusNotification",
                        "SignedUpdateFirmware",
                        "StartTransaction",
                        "StatusNotification",
                        "StopTransaction",
                        "TriggerMessage",
                        "UnlockConnector",
                        "UpdateFirmware");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_golden_payload_is_read_and_written_unchanged(Action<?, ?, ?, ?> action) {
        JsonNode golden = golden(action.name());

        assertThat(rewritten(golden.get("req"), action.req()))
                .isEqualTo(golden.get("req").toString());
        assertThat(rewritten(golden.get("conf"), action.conf()))
                .isEqualTo(golden.get("conf").toString());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_golden_request_shows_every_field(Action<?, ?, ?, ?> action) {
        Iterator<String> names = golden(action.name()).get("req").fieldNames();

        assertThat(names)
                .toIterable()
                .containsExactlyElementsOf(Shape.of(action.req()).fields().stream()
                        .map(Field::name)
                        .toList());
    }

    private static String rewritten(JsonNode json, Class<? extends Record> type) {
        return Payloads.write("payload", Payloads.read("payload", json, type)).toString();
    }
}
