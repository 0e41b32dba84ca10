package dev.roamlab.ocpp.payload;

/** A constant that knows how every version of OCPP spells it. */
public interface Spelled {
    /** That spelling. */
    String wireName();
}
