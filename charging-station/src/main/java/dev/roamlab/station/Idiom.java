package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a station says differently in one version of OCPP and in another. The versions' payloads are no business of the
 * state machine; what it has to say at all, and when, is.
 */
public enum Idiom {
    /** The status of a connector tells how it is occupied; the station as a whole has one, too. */
    V1_6("1.6", true),
    /** A status tells no more than that a connector is occupied: events of the transaction tell the rest. */
    V2_0_1("2.0.1", false);

    private final String version;
    private final boolean detailedStatuses;

    Idiom(String version, boolean detailedStatuses) {
        this.version = version;
        this.detailedStatuses = detailedStatuses;
    }

    /**
     * The idiom of a version as a dialect names it.
     *
     * @throws IllegalArgumentException when stations do not speak it
     */
    public static Idiom of(String version) {
        return Stream.of(values())
                .filter(idiom -> idiom.version.equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("OCPP " + version + ": stations do not speak it"));
    }

    /** The version it belongs to, such as {@code 1.6}. */
    public String version() {
        return version;
    }

    /** Whether the station as a whole has a status. */
    boolean tellsStationStatus() {
        return detailedStatuses;
    }

    /** What a CSMS is told of a status. */
    Status told(Status status) {
        if (detailedStatuses) {
            return status;
        }
        ConnectorStatus coarse = status.status().isOccupied() ? ConnectorStatus.OCCUPIED : status.status();
        return new Status(coarse, Optional.empty());
    }
}
