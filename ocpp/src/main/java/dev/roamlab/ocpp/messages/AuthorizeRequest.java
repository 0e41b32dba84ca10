package dev.roamlab.ocpp.messages;

/** Somebody presents a token. */
public record AuthorizeRequest(IdToken idToken) implements StationCall<AuthorizeResponse> {
    @Override
    public Class<AuthorizeResponse> responseType() {
        return AuthorizeResponse.class;
    }
}
