package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.station.models.StationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a station puts what it has to say. */
final class Messages {
    private Messages() {}

    static BootNotificationRequest boot(StationState state, BootReason reason) {
        StationSpec spec = state.spec();
        return new BootNotificationRequest(
                reason,
                new ChargingStationInfo(
                        spec.model().model(),
                        spec.model().vendor(),
                        Optional.of(spec.serialNumber()),
                        state.device()
                                .installed()
                                .or(() -> Optional.of(spec.model().firmware())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The status of a connector, or of the station as a whole (0). */
    static StatusNotificationRequest status(StationState state, int number, Status status, Instant now) {
        Evse place = number == 0 ? Evse.of(0, 0) : state.place(number);
        return new StatusNotificationRequest(
                now,
                status.status(),
                place.id(),
                place.connectorId().orElse(0),
                status.errorCode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Meter values outside of a transaction; none of them where none are wanted. */
    static Optional<MeterValuesRequest> meterValues(
            StationState state, ConnectorState connector, ReadingContext context, Instant now) {
        List<MeterValue> values = measured(state, connector, context, now);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeterValuesRequest(state.place(connector.number()), values));
    }

    static List<MeterValue> measured(
            StationState state, ConnectorState connector, ReadingContext context, Instant now) {
        MeterValue value = Samples.of(state, connector, context, now);
        return value.sampledValue().isEmpty() ? List.of() : List.of(value);
    }
}
