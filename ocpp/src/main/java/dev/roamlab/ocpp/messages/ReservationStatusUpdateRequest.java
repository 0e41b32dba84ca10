package dev.roamlab.ocpp.messages;

/** A reservation has ended without having been used. Spec: OCPP 2.0.1, H04. */
public record ReservationStatusUpdateRequest(int reservationId, ReservationUpdateStatus reservationUpdateStatus)
        implements StationCall<ReservationStatusUpdateResponse> {
    @Override
    public Class<ReservationStatusUpdateResponse> responseType() {
        return ReservationStatusUpdateResponse.class;
    }
}
