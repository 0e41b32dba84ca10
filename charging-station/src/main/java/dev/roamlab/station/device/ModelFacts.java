package dev.roamlab.station.device;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.StationModel;
import java.util.List;
import java.util.Optional;

/** What a model says of a station, or of one of its places, in the words of 2.0.1. */
final class ModelFacts {
    private ModelFacts() {}

    static String of(StationModel model, Optional<Evse> place, String name) {
        List<ConnectorModel> connectors = connectors(model, place);
        return switch (name) {
            case "vendor" -> model.vendor();
            case "model" -> model.model();
            case "display" -> Boolean.toString(model.display());
            case "iso15118" -> Boolean.toString(model.iso15118());
            case "gridWatts" -> Long.toString(Math.round(model.gridKw() * 1000));
            case "maxWatts" ->
                Long.toString(Math.round(connectors.stream()
                                .mapToDouble(ConnectorModel::maxPowerKw)
                                .max()
                                .orElse(0)
                        * 1000));
            case "supplyPhases" -> Integer.toString(phases(connectors));
            case "connectorType" -> connectorType(connectors.get(0));
            default -> throw new IllegalArgumentException("variables.txt: a model has no '" + name + "'");
        };
    }

    private static List<ConnectorModel> connectors(StationModel model, Optional<Evse> place) {
        if (place.isEmpty()) {
            return model.connectors();
        }
        List<ConnectorModel> ofEvse = model.evses().get(place.get().id() - 1).connectors();
        return place.get()
                .connectorId()
                .map(number -> ofEvse.subList(number - 1, number))
                .orElse(ofEvse);
    }

    /** DC is made out of three phases of the grid. */
    private static int phases(List<ConnectorModel> connectors) {
        return connectors.stream()
                .mapToInt(connector -> connector.powerType().direct()
                        ? 3
                        : connector.powerType().phases())
                .max()
                .orElse(0);
    }

    private static String connectorType(ConnectorModel connector) {
        return switch (connector.type()) {
            case CHADEMO -> "cG105";
            case DOMESTIC_F -> "sCEE-7-7";
            case GBT_DC, MCS -> "Undetermined";
            case IEC_60309_2_three_32 -> "s309-3P-32A";
            case IEC_62196_T1 -> "cType1";
            case IEC_62196_T1_COMBO -> "cCCS1";
            case IEC_62196_T2 -> connector.cableAttached() ? "cType2" : "sType2";
            case IEC_62196_T2_COMBO -> "cCCS2";
            case IEC_62196_T3C -> "sType3";
            case SAE_J3400 -> "cTesla";
        };
    }
}
