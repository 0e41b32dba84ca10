package dev.roamlab.ocpp.messages;

/** An answer to a {@link Request}. */
public interface Response {}
