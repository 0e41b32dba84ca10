package dev.roamlab.ocpp.messages.lists;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.List;

/** The CSMS replaces or changes the list of tokens that a station may accept by itself. Spec: OCPP 2.0.1, D01. */
public record SendLocalListRequest(
        List<AuthorizationData> localAuthorizationList, int versionNumber, UpdateType updateType)
        implements CsmsCall<SendLocalListResponse> {
    /** Lists are copied. */
    public SendLocalListRequest {
        localAuthorizationList = List.copyOf(localAuthorizationList);
    }

    @Override
    public Class<SendLocalListResponse> responseType() {
        return SendLocalListResponse.class;
    }
}
