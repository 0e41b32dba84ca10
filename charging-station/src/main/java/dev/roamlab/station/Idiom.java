package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateRequest;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.messages.charging.ClearedChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.NotifyChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingScheduleRequest;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesRequest;
import dev.roamlab.station.charging.ProfileRules;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a station says differently in one version of OCPP and in another. The versions' payloads are no business of the
 * state machine; what it has to say at all, and when, is.
 */
public enum Idiom {
    /** The status of a connector tells how it is occupied; the station as a whole has one, too. */
    V1_6("1.6", true, ProfileRules.Manners.LENIENT, OnlyIn201.NEWS),
    /** A status tells no more than that a connector is occupied: events of the transaction tell the rest. */
    V2_0_1("2.0.1", false, ProfileRules.Manners.EXACT, Set.of());

    private final String version;
    private final boolean detailedStatuses;
    private final ProfileRules.Manners profileManners;
    private final Set<Class<?>> unspoken;

    Idiom(String version, boolean detailedStatuses, ProfileRules.Manners profileManners, Set<Class<?>> unspoken) {
        this.version = version;
        this.detailedStatuses = detailedStatuses;
        this.profileManners = profileManners;
        this.unspoken = unspoken;
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

    /** Whether there are words for a piece of news at all. */
    boolean says(StationCall<?> news) {
        return !unspoken.contains(news.getClass());
    }

    /** Whether events of a transaction tell all that happens in it; else statuses do. */
    boolean eventful() {
        return !detailedStatuses;
    }

    /** What a start is put down to when the cable came last. */
    TriggerReason cableTrigger() {
        return eventful() ? TriggerReason.CABLE_PLUGGED_IN : TriggerReason.AUTHORIZED;
    }

    /** How strictly profiles are taken. */
    ProfileRules.Manners profileManners() {
        return profileManners;
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

    /** News that OCPP 1.6 has no message for. */
    private static final class OnlyIn201 {
        static final Set<Class<?>> NEWS = Set.of(
                ClearedChargingLimitRequest.class,
                NotifyChargingLimitRequest.class,
                NotifyEVChargingNeedsRequest.class,
                NotifyEVChargingScheduleRequest.class,
                ReportChargingProfilesRequest.class,
                ReservationStatusUpdateRequest.class);
    }
}
