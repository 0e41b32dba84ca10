package dev.roamlab.ocpp.intercept;

/** The kinds of OCPP-J frames. */
public enum FrameKind {
    CALL,
    RESULT,
    ERROR,
    /** No frame of OCPP-J at all. */
    OTHER
}
