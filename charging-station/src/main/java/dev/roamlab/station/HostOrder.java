package dev.roamlab.station;

import dev.roamlab.ocpp.messages.logs.LogType;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Something only the host can do for a station: files travel by HTTP. How it went comes back as an event with the same number. */
public sealed interface HostOrder {
    /** The number that the event carries. */
    long ref();

    /**
     * Fetches a file; answered with {@link StationEvent.Downloaded} or {@link StationEvent.TransferFailed}.
     *
     * @param certificate PEM; who is to have signed the file
     * @param signature Base64; of the whole file, with SHA-256
     */
    record Download(long ref, URI from, Optional<String> certificate, Optional<String> signature)
            implements HostOrder {}

    /**
     * Sends the station's log; answered with {@link StationEvent.Uploaded} or {@link StationEvent.TransferFailed}.
     *
     * @param oldest nothing before
     * @param latest nothing after
     */
    record Upload(long ref, URI to, String fileName, LogType type, Optional<Instant> oldest, Optional<Instant> latest)
            implements HostOrder {}

    /** Makes a key and a request to certify it; answered with {@link StationEvent.SigningRequestMade}. */
    record MakeSigningRequest(long ref, String organisation, String commonName) implements HostOrder {}

    /** Nobody waits for a transfer any more. */
    record Cancel(long ref) implements HostOrder {}
}
