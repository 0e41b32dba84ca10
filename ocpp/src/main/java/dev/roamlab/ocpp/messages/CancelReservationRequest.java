package dev.roamlab.ocpp.messages;

/** A reservation is not needed any more. */
public record CancelReservationRequest(int reservationId) implements CsmsCall<CancelReservationResponse> {
    @Override
    public Class<CancelReservationResponse> responseType() {
        return CancelReservationResponse.class;
    }
}
