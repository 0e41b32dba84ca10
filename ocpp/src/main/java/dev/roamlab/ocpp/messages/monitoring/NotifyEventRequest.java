package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events that the station has noticed, in one or several parts. Spec: OCPP 2.0.1, N07. */
public record NotifyEventRequest(
        Instant generatedAt,
        Optional<Boolean> tbc,
        int seqNo,
        @NotEmpty List<EventData> eventData) implements StationCall<NotifyEventResponse> {
    /** Lists are copied. */
    public NotifyEventRequest {
        eventData = List.copyOf(eventData);
    }

    @Override
    public Class<NotifyEventResponse> responseType() {
        return NotifyEventResponse.class;
    }
}
