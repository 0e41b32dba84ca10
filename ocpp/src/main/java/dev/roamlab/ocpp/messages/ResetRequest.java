package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * The CSMS wants the station to restart.
 *
 * @param evseId absent: the station as a whole; OCPP 1.6 knows nothing else
 */
public record ResetRequest(ResetType type, Optional<Integer> evseId) implements CsmsCall<ResetResponse> {
    /** The station as a whole. */
    public ResetRequest(ResetType type) {
        this(type, Optional.empty());
    }

    @Override
    public Class<ResetResponse> responseType() {
        return ResetResponse.class;
    }
}
