package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.payload.AtLeast;
import java.util.Optional;

/** The CSMS wants a transaction to be started. Spec: OCPP 2.0.1, RequestStartTransactionRequest. */
record StartForm(
        @AtLeast(1) Optional<Integer> evseId,
        Optional<IdToken> groupIdToken,
        IdToken idToken,
        int remoteStartId,
        Optional<ChargingProfile> chargingProfile) {

    static StartForm of(RequestStartTransactionRequest request) {
        return new StartForm(
                Places.number(request.evse()),
                request.groupIdToken(),
                request.idToken(),
                request.remoteStartId(),
                request.chargingProfile());
    }

    RequestStartTransactionRequest neutral() {
        return new RequestStartTransactionRequest(
                idToken, remoteStartId, Places.evse(evseId), groupIdToken, chargingProfile);
    }
}
