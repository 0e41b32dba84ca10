package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.StationCall;
import java.util.List;
import java.util.Optional;

/** Messages that a station has, in one or several parts. Spec: OCPP 2.0.1, O03. */
public record NotifyDisplayMessagesRequest(List<MessageInfo> messageInfo, int requestId, Optional<Boolean> tbc)
        implements StationCall<NotifyDisplayMessagesResponse> {
    /** Lists are copied. */
    public NotifyDisplayMessagesRequest {
        messageInfo = List.copyOf(messageInfo);
    }

    @Override
    public Class<NotifyDisplayMessagesResponse> responseType() {
        return NotifyDisplayMessagesResponse.class;
    }
}
