package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;

/** What a profile applies to. */
enum Purpose {
    CHARGE_POINT_MAX_PROFILE(ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE),
    TX_DEFAULT_PROFILE(ChargingProfilePurpose.TX_DEFAULT_PROFILE),
    TX_PROFILE(ChargingProfilePurpose.TX_PROFILE);

    private final ChargingProfilePurpose neutral;

    Purpose(ChargingProfilePurpose neutral) {
        this.neutral = neutral;
    }

    static Purpose of(ChargingProfilePurpose neutral) {
        return switch (neutral) {
            case CHARGING_STATION_MAX_PROFILE -> CHARGE_POINT_MAX_PROFILE;
            case TX_DEFAULT_PROFILE -> TX_DEFAULT_PROFILE;
            case TX_PROFILE -> TX_PROFILE;
            case CHARGING_STATION_EXTERNAL_CONSTRAINTS ->
                throw new OcppCallException(
                        RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                        "chargingProfilePurpose: ChargingStationExternalConstraints, OCPP 1.6 has no such purpose");
        };
    }

    ChargingProfilePurpose neutral() {
        return neutral;
    }
}
