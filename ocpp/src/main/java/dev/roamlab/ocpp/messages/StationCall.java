package dev.roamlab.ocpp.messages;

/** What a station asks its CSMS. */
public interface StationCall<R extends Response> extends Request<R> {}
