package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import java.util.Optional;

/** The CSMS wants to have a message; the station as a whole is meant where no EVSE is named. */
record TriggerForm(Optional<Evse> evse, MessageTrigger requestedMessage) {

    static TriggerForm of(TriggerMessageRequest request) {
        return new TriggerForm(request.evse().filter(Places::isEvse), request.requestedMessage());
    }

    TriggerMessageRequest neutral() {
        return new TriggerMessageRequest(requestedMessage, evse.filter(Places::isEvse));
    }
}
