package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ConnectorType;
import dev.roamlab.station.models.ConnectorModel;

/** Plugs and sockets of models in OCPP's words. */
final class Plugs {
    private Plugs() {}

    /** Whether a driver who asks for this type can use this connector. */
    static boolean fits(ConnectorType wanted, ConnectorModel model) {
        return switch (wanted) {
            case UNDETERMINED, UNKNOWN -> true;
            case OTHER1_PH_MAX16_A -> alternating(model, 1) && model.maxAmperage() <= 16;
            case OTHER1_PH_OVER16_A -> alternating(model, 1) && model.maxAmperage() > 16;
            case OTHER3_PH -> alternating(model, 3);
            default -> wanted == of(model);
        };
    }

    /** What OCPP calls it. */
    static ConnectorType of(ConnectorModel model) {
        return switch (model.type()) {
            case CHADEMO -> ConnectorType.C_G105;
            case DOMESTIC_F -> ConnectorType.S_CEE_7_7;
            case IEC_62196_T1 -> ConnectorType.C_TYPE1;
            case IEC_62196_T1_COMBO -> ConnectorType.C_CCS1;
            case IEC_62196_T2 -> model.cableAttached() ? ConnectorType.C_TYPE2 : ConnectorType.S_TYPE2;
            case IEC_62196_T2_COMBO -> ConnectorType.C_CCS2;
            case IEC_62196_T3C -> ConnectorType.S_TYPE3;
            case IEC_60309_2_three_32 -> ConnectorType.S309_3_P_32_A;
            case SAE_J3400 -> ConnectorType.C_TESLA;
            case GBT_DC, MCS -> ConnectorType.UNKNOWN;
        };
    }

    private static boolean alternating(ConnectorModel model, int phases) {
        return !model.powerType().direct() && model.powerType().phases() == phases;
    }
}
