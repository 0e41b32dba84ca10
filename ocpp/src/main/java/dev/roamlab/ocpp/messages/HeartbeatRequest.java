package dev.roamlab.ocpp.messages;

/** A station is alive, and asks for the time. */
public record HeartbeatRequest() implements StationCall<HeartbeatResponse> {
    @Override
    public Class<HeartbeatResponse> responseType() {
        return HeartbeatResponse.class;
    }
}
