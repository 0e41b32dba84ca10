package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;

/** Which message a CSMS wants to have. */
enum Trigger {
    BOOT_NOTIFICATION,
    DIAGNOSTICS_STATUS_NOTIFICATION,
    FIRMWARE_STATUS_NOTIFICATION,
    HEARTBEAT,
    METER_VALUES,
    STATUS_NOTIFICATION;

    static Trigger of(MessageTrigger trigger) {
        return switch (trigger) {
            case BOOT_NOTIFICATION -> BOOT_NOTIFICATION;
            case LOG_STATUS_NOTIFICATION -> DIAGNOSTICS_STATUS_NOTIFICATION;
            case FIRMWARE_STATUS_NOTIFICATION -> FIRMWARE_STATUS_NOTIFICATION;
            case HEARTBEAT -> HEARTBEAT;
            case METER_VALUES -> METER_VALUES;
            case STATUS_NOTIFICATION -> STATUS_NOTIFICATION;
            case SIGN_CHARGING_STATION_CERTIFICATE,
                    SIGN_V2G_CERTIFICATE,
                    SIGN_COMBINED_CERTIFICATE,
                    TRANSACTION_EVENT,
                    PUBLISH_FIRMWARE_STATUS_NOTIFICATION ->
                throw new OcppCallException(
                        RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                        "requestedMessage: " + trigger + ", OCPP 1.6 cannot ask for it");
        };
    }

    MessageTrigger neutral() {
        return this == DIAGNOSTICS_STATUS_NOTIFICATION
                ? MessageTrigger.LOG_STATUS_NOTIFICATION
                : MessageTrigger.valueOf(name());
    }
}
