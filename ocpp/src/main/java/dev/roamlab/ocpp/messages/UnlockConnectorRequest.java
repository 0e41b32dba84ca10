package dev.roamlab.ocpp.messages;

/**
 * The CSMS wants a cable to be released.
 *
 * @param connectorId from 1 within the EVSE
 */
public record UnlockConnectorRequest(int evseId, int connectorId) implements CsmsCall<UnlockConnectorResponse> {
    @Override
    public Class<UnlockConnectorResponse> responseType() {
        return UnlockConnectorResponse.class;
    }
}
