package dev.roamlab.ocpp.v16;

/** The answer that most requests of 1.6 have. */
enum YesNo {
    ACCEPTED,
    REJECTED
}
