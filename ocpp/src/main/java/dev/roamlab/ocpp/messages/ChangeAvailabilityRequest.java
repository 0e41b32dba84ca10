package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * The CSMS takes something out of service, or puts it back.
 *
 * @param evse absent: the station as a whole
 */
public record ChangeAvailabilityRequest(OperationalStatus operationalStatus, Optional<Evse> evse)
        implements CsmsCall<ChangeAvailabilityResponse> {
    @Override
    public Class<ChangeAvailabilityResponse> responseType() {
        return ChangeAvailabilityResponse.class;
    }
}
