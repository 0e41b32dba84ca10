package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.security.StationTls;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who connects where.
 *
 * @param csmsUrl {@code ws://host:port/path} or {@code wss://…}, to which the station's id is added
 * @param password for HTTP basic authentication with the station's id as user name
 * @param tls whom to trust and what to show at {@code wss://}
 */
@RecordBuilder
public record StationAddress(
        String csmsUrl, String stationId, Optional<String> password, Topology topology, StationTls tls)
        implements StationAddressBuilder.With {

    /**
     * An address; the URL is checked.
     *
     * @throws IllegalArgumentException when the URL is no WebSocket URL, or the id is empty
     */
    public StationAddress {
        URI uri = URI.create(csmsUrl);
        if (!"ws".equals(uri.getScheme()) && !"wss".equals(uri.getScheme())) {
            throw new IllegalArgumentException("CSMS URL: '" + csmsUrl + "', must begin with ws:// or wss://");
        }
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("CSMS URL: '" + csmsUrl + "', must be ws://host:port/path");
        }
        if (stationId.isEmpty()) {
            throw new IllegalArgumentException("stationId: empty");
        }
    }

    /** A station that trusts whom its machine trusts. */
    public StationAddress(String csmsUrl, String stationId, Optional<String> password, Topology topology) {
        this(csmsUrl, stationId, password, topology, StationTls.USUAL);
    }

    /** A station without password, and with one connector per EVSE. */
    public static StationAddress of(String csmsUrl, String stationId) {
        return new StationAddress(csmsUrl, stationId, Optional.empty(), Topology.ONE_CONNECTOR_EACH);
    }

    /** The URL that the station connects to. */
    public String url() {
        String id = URLEncoder.encode(stationId, StandardCharsets.UTF_8).replace("+", "%20");
        return csmsUrl + (csmsUrl.endsWith("/") ? "" : "/") + id;
    }

    /** Whether the connection is by TLS. */
    public boolean secure() {
        return csmsUrl.startsWith("wss:");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url();
    }
}
