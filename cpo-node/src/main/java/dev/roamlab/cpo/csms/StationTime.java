package dev.roamlab.cpo.csms;

import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationRequestBuilder;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventRequestBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The moments that stations tell, made believable. A clock that was never set says 1970, and a charge from then until now
 * could neither be priced nor ended: our own clock stands in for such a one.
 */
final class StationTime {
    private static final Duration BELIEVABLE = Duration.ofDays(366);

    private final Instant now;

    private StationTime(Instant now) {
        this.now = now;
    }

    /** What a station said, each moment within a year of ours. */
    static StationCall<?> believable(StationCall<?> said, Instant now) {
        StationTime time = new StationTime(now);
        if (said instanceof TransactionEventRequest event) {
            return TransactionEventRequestBuilder.builder(event)
                    .timestamp(time.of(event.timestamp()))
                    .meterValue(time.of(event.meterValue()))
                    .build();
        } else if (said instanceof MeterValuesRequest request) {
            return new MeterValuesRequest(request.evse(), time.of(request.meterValue()));
        } else if (said instanceof StatusNotificationRequest request) {
            return StatusNotificationRequestBuilder.builder(request)
                    .timestamp(time.of(request.timestamp()))
                    .build();
        }
        return said;
    }

    private List<MeterValue> of(List<MeterValue> values) {
        return values.stream()
                .map(value -> new MeterValue(of(value.timestamp()), value.sampledValue()))
                .toList();
    }

    private Instant of(Instant told) {
        return Duration.between(told, now).abs().compareTo(BELIEVABLE) <= 0 ? told : now;
    }
}
