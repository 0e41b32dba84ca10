package dev.roamlab.ocpp.messages;

/** The CSMS has taken note. */
public record ReservationStatusUpdateResponse() implements Response {}
