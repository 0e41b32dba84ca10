package dev.roamlab.ocpp.messages;

/** The CSMS wants the station to forget what it knows of tokens. */
public record ClearCacheRequest() implements CsmsCall<ClearCacheResponse> {
    @Override
    public Class<ClearCacheResponse> responseType() {
        return ClearCacheResponse.class;
    }
}
