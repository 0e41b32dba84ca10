package dev.roamlab.station.security;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * What a station keeps of its security. Most stations share {@link #EMPTY}.
 *
 * @param reconnectAt it hangs up and connects anew then, because how it does so has changed
 * @param profileBefore the security profile to go back to when the new one does not lead to a connection
 */
@RecordBuilder
public record SecurityState(
        CertificateStore certificates, Optional<Instant> reconnectAt, Optional<String> profileBefore)
        implements SecurityStateBuilder.With {
    /** Nothing of all that. */
    public static final SecurityState EMPTY =
            new SecurityState(CertificateStore.EMPTY, Optional.empty(), Optional.empty());
}
