package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A connector's status with what is wrong with it, if anything, as told to the CSMS. */
public record Status(ConnectorStatus status, Optional<ErrorCode> errorCode) {
    private static final Map<ConnectorStatus, Optional<Status>> FLAWLESS = new EnumMap<>(ConnectorStatus.class);

    static {
        for (ConnectorStatus status : ConnectorStatus.values()) {
            FLAWLESS.put(status, Optional.of(new Status(status, Optional.empty())));
        }
    }

    /** This status, once for all stations where it is a common one: a large fleet keeps many. */
    Optional<Status> shared() {
        return errorCode.isEmpty() ? FLAWLESS.getOrDefault(status, Optional.empty()) : Optional.of(this);
    }
}
