package dev.roamlab.ocpp.messages;

import java.time.Instant;
import java.util.Optional;

/**
 * The CSMS wants a connector to be kept free for somebody.
 *
 * @param id chosen by the CSMS; the same id replaces a reservation
 * @param evse absent: any
 */
@OcppRecord
public record ReserveNowRequest(
        int id, Instant expiryDateTime, IdToken idToken, Optional<IdToken> groupIdToken, Optional<Evse> evse)
        implements CsmsCall<ReserveNowResponse> {
    @Override
    public Class<ReserveNowResponse> responseType() {
        return ReserveNowResponse.class;
    }
}
