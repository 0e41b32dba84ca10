package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.OperationalStatus;
import java.util.Optional;

/** A change of availability: the station as a whole is meant where no EVSE is named, there is no EVSE 0. */
record AvailabilityForm(Optional<Evse> evse, OperationalStatus operationalStatus) {

    static AvailabilityForm of(ChangeAvailabilityRequest request) {
        return new AvailabilityForm(request.evse().filter(Places::isEvse), request.operationalStatus());
    }

    ChangeAvailabilityRequest neutral() {
        return new ChangeAvailabilityRequest(operationalStatus, evse.filter(Places::isEvse));
    }
}
