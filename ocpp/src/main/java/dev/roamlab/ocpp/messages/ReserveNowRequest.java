package dev.roamlab.ocpp.messages;

import java.time.Instant;
import java.util.Optional;

/**
 * The CSMS wants a connector to be kept free for somebody.
 *
 * @param id chosen by the CSMS; the same id replaces a reservation
 * @param evse absent: any
 * @param connectorType a plug of which one is to be kept free, where no EVSE is named; OCPP 1.6 cannot ask for it
 */
@OcppRecord
public record ReserveNowRequest(
        int id,
        Instant expiryDateTime,
        IdToken idToken,
        Optional<IdToken> groupIdToken,
        Optional<Evse> evse,
        Optional<ConnectorType> connectorType)
        implements CsmsCall<ReserveNowResponse> {
    /** A reservation for whichever plug. */
    public ReserveNowRequest(
            int id, Instant expiryDateTime, IdToken idToken, Optional<IdToken> groupIdToken, Optional<Evse> evse) {
        this(id, expiryDateTime, idToken, groupIdToken, evse, Optional.empty());
    }

    @Override
    public Class<ReserveNowResponse> responseType() {
        return ReserveNowResponse.class;
    }
}
