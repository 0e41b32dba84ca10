package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** Meter values outside of a transaction; EVSE 0 is the grid connection. Spec: OCPP 2.0.1, MeterValuesRequest. */
record MeterForm(@AtLeast(0) int evseId, @NotEmpty List<Reading> meterValue) {

    static MeterForm of(MeterValuesRequest request) {
        return new MeterForm(request.evse().id(), Reading.of(request.meterValue()));
    }

    MeterValuesRequest neutral() {
        return new MeterValuesRequest(Evse.of(evseId), Reading.neutral(meterValue));
    }
}
