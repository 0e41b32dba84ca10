package dev.roamlab.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The golden payloads of a version: every message with every field. */
record Goldens(String version, Path directory, Set<String> fromStation) {
    static final Goldens V1_6 = new Goldens(
            "1.6",
            Path.of("..", "ocpp", "src", "test", "resources", "golden", "v16"),
            Set.of(
                    "Authorize",
                    "BootNotification",
                    "DataTransfer",
                    "DiagnosticsStatusNotification",
                    "FirmwareStatusNotification",
                    "Heartbeat",
                    "LogStatusNotification",
                    "MeterValues",
                    "SecurityEventNotification",
                    "SignCertificate",
                    "SignedFirmwareStatusNotification",
                    "StartTransaction",
                    "StatusNotification",
                    "StopTransaction"));
    static final Goldens V2_0_1 = new Goldens(
            "2.0.1",
            Path.of("..", "ocpp", "src", "test", "resources", "golden", "v201"),
            Set.of(
                    "Authorize",
                    "BootNotification",
                    "ClearedChargingLimit",
                    "DataTransfer",
                    "FirmwareStatusNotification",
                    "Get15118EVCertificate",
                    "GetCertificateStatus",
                    "Heartbeat",
                    "LogStatusNotification",
                    "MeterValues",
                    "NotifyChargingLimit",
                    "NotifyCustomerInformation",
                    "NotifyDisplayMessages",
                    "NotifyEVChargingNeeds",
                    "NotifyEVChargingSchedule",
                    "NotifyEvent",
                    "NotifyMonitoringReport",
                    "NotifyReport",
                    "PublishFirmwareStatusNotification",
                    "ReportChargingProfiles",
                    "ReservationStatusUpdate",
                    "SecurityEventNotification",
                    "SignCertificate",
                    "StatusNotification",
                    "TransactionEvent"));

    String protocol() {
        return "ocpp" + version;
    }

    /** What a CSMS may ask, a restart last. */
    List<String> fromCsms() {
        return actions().stream()
                .filter(action -> action.equals("DataTransfer") || !fromStation.contains(action))
                .sorted((one, other) -> Boolean.compare(one.equals("Reset"), other.equals("Reset")))
                .toList();
    }

    List<String> actions() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode request(String action) {
        return read(action).get("req");
    }

    JsonNode answer(String action) {
        return read(action).get("conf");
    }

    private JsonNode read(String action) {
        try {
            return new ObjectMapper()
                    .readTree(directory.resolve(action + ".json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "OCPP " + version;
    }
}
