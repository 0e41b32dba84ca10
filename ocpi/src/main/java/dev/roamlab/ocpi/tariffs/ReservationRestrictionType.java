package dev.roamlab.ocpi.tariffs;

/** Which kind of reservation a tariff element prices; a closed list. Spec: mod_tariffs_reservation_restriction_type. */
public enum ReservationRestrictionType {
    RESERVATION,
    /** A reservation that no session followed. */
    RESERVATION_EXPIRES
}
