package dev.roamlab.station;

import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.TransactionEventRequest;

/** What stations say, in short. */
public final class Said {
    private Said() {}

    /** A call in short: what a test table shows. */
    public static String in(StationCall<?> request) {
        if (request instanceof BootNotificationRequest boot) {
            return "Boot " + boot.reason();
        } else if (request instanceof AuthorizeRequest authorize) {
            return "Authorize " + authorize.idToken().idToken();
        } else if (request instanceof StatusNotificationRequest status) {
            return status.evseId() + "." + status.connectorId() + " " + status.connectorStatus()
                    + status.errorCode().map(code -> " " + code).orElse("");
        } else if (request instanceof MeterValuesRequest) {
            return "MeterValues";
        } else if (request instanceof TransactionEventRequest event) {
            String how = event.transactionInfo()
                    .stoppedReason()
                    .map(Enum::name)
                    .orElse(event.triggerReason().name());
            return event.evse()
                            .map(evse -> evse.id() + "." + evse.connectorId().orElse(0) + " ")
                            .orElse("") + event.eventType() + " " + how;
        }
        return request.action();
    }
}
