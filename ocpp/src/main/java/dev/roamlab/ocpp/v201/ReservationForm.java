package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.ConnectorType;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.payload.AtLeast;
import java.time.Instant;
import java.util.Optional;

/** The CSMS wants something to be kept free. Spec: OCPP 2.0.1, ReserveNowRequest. */
record ReservationForm(
        int id,
        Instant expiryDateTime,
        Optional<ConnectorType> connectorType,
        IdToken idToken,
        @AtLeast(1) Optional<Integer> evseId,
        Optional<IdToken> groupIdToken) {

    static ReservationForm of(ReserveNowRequest request) {
        return new ReservationForm(
                request.id(),
                request.expiryDateTime(),
                request.connectorType(),
                request.idToken(),
                Places.number(request.evse()),
                request.groupIdToken());
    }

    ReserveNowRequest neutral() {
        return new ReserveNowRequest(id, expiryDateTime, idToken, groupIdToken, Places.evse(evseId), connectorType);
    }
}
