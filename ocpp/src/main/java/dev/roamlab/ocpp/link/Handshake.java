package dev.roamlab.ocpp.link;

import java.util.Optional;

/**
 * A station that wants to connect.
 *
 * @param password from HTTP basic authentication; absent when there was none, or for another user than the station's id
 * @param remoteAddress for logs
 * @param secure whether it comes by TLS
 * @param certificateName the common name in the station's own certificate, which TLS has checked; absent without one
 */
public record Handshake(
        String stationId,
        Optional<String> password,
        String remoteAddress,
        boolean secure,
        Optional<String> certificateName) {

    /** Without TLS. */
    public Handshake(String stationId, Optional<String> password, String remoteAddress) {
        this(stationId, password, remoteAddress, false, Optional.empty());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return stationId + " from " + remoteAddress;
    }
}
