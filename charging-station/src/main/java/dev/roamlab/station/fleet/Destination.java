package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.ocpp.security.StationTls;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Where a station connects to, and how. Stations with the same destination share it.
 *
 * @param csmsUrl {@code ws://…} or {@code wss://…}; the charge point id is added as the last part of the path
 * @param password for HTTP basic authentication
 * @param profile how station and CSMS make sure of each other; set as the station's own
 * @param tls whom to trust and what to show at {@code wss://…}
 * @param dialects the versions to offer, the preferred one first; empty for those of the fleet
 */
@RecordBuilder
public record Destination(
        String csmsUrl, Optional<String> password, SecurityProfile profile, StationTls tls, List<Dialect> dialects)
        implements DestinationBuilder.With {

    /**
     * A destination whose URL is checked.
     *
     * @throws IllegalArgumentException when the URL is no WebSocket URL
     */
    public Destination {
        StationAddress.of(csmsUrl, "x"); // checks the URL
        dialects = List.copyOf(dialects);
    }

    /** Without TLS, or with a CSMS that this machine trusts. */
    public Destination(String csmsUrl, Optional<String> password, List<Dialect> dialects) {
        this(csmsUrl, password, SecurityProfile.NONE, StationTls.USUAL, dialects);
    }

    /** No password, the fleet's versions. */
    public static Destination of(String csmsUrl) {
        return new Destination(csmsUrl, Optional.empty(), List.of());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return csmsUrl;
    }
}
