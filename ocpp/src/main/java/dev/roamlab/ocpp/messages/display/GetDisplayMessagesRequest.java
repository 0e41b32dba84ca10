package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.List;
import java.util.Optional;

/** The CSMS asks which messages a station has. Spec: OCPP 2.0.1, O03. */
public record GetDisplayMessagesRequest(
        List<Integer> id, int requestId, Optional<MessagePriority> priority, Optional<MessageState> state)
        implements CsmsCall<GetDisplayMessagesResponse> {
    /** Lists are copied. */
    public GetDisplayMessagesRequest {
        id = List.copyOf(id);
    }

    @Override
    public Class<GetDisplayMessagesResponse> responseType() {
        return GetDisplayMessagesResponse.class;
    }
}
