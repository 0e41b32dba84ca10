package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import java.util.Optional;

/**
 * The CSMS wants a transaction to be started.
 *
 * @param remoteStartId comes back in the transaction's first event
 * @param evse absent: the station chooses
 * @param groupIdToken whose tokens may stop the transaction
 * @param chargingProfile limits for this transaction alone: its purpose is TxProfile, it names no transaction
 */
@OcppRecord
public record RequestStartTransactionRequest(
        IdToken idToken,
        int remoteStartId,
        Optional<Evse> evse,
        Optional<IdToken> groupIdToken,
        Optional<ChargingProfile> chargingProfile)
        implements CsmsCall<RequestStartTransactionResponse> {
    /** A start without a group and without limits. */
    public RequestStartTransactionRequest(IdToken idToken, int remoteStartId, Optional<Evse> evse) {
        this(idToken, remoteStartId, evse, Optional.empty(), Optional.empty());
    }

    @Override
    public Class<RequestStartTransactionResponse> responseType() {
        return RequestStartTransactionResponse.class;
    }
}
