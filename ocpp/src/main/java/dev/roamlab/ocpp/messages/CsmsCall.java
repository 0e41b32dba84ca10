package dev.roamlab.ocpp.messages;

/** What a CSMS asks a station. */
public interface CsmsCall<R extends Response> extends Request<R> {}
