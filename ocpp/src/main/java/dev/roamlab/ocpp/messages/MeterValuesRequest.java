package dev.roamlab.ocpp.messages;

import java.util.List;

/**
 * Meter values that belong to no transaction.
 *
 * @param evse {@link Evse#STATION} is the meter of the grid connection
 */
public record MeterValuesRequest(Evse evse, List<MeterValue> meterValue) implements StationCall<MeterValuesResponse> {
    /** The values are copied. */
    public MeterValuesRequest {
        meterValue = List.copyOf(meterValue);
    }

    @Override
    public Class<MeterValuesResponse> responseType() {
        return MeterValuesResponse.class;
    }
}
