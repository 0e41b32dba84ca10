package dev.roamlab.ocpp.link;

import java.util.Optional;

/**
 * A station that wants to connect.
 *
 * @param password from HTTP basic authentication; absent when there was none, or for another user than the station's id
 * @param remoteAddress for logs
 */
public record Handshake(String stationId, Optional<String> password, String remoteAddress) {

    /** Without the password. */
    @Override
    public String toString() {
        return stationId + " from " + remoteAddress;
    }
}
