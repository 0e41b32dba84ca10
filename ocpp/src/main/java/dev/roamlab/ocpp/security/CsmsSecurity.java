package dev.roamlab.ocpp.security;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a CSMS makes sure of its stations.
 *
 * @param profile the least that a station must offer; {@link SecurityProfile#NONE} admits everybody
 * @param password what stations show, where the profile has one; absent: any of the right length
 * @param keys the lab's key folder, needed for TLS
 * @param hosts names and addresses at which the CSMS is reached, besides those of this machine
 * @param port of the TLS port for stations, beside the node's own; 0 takes any free one
 */
@RecordBuilder
public record CsmsSecurity(
        SecurityProfile profile, Optional<String> password, Optional<Path> keys, List<String> hosts, int port)
        implements CsmsSecurityBuilder.With {
    /** Everybody is admitted. */
    public static final CsmsSecurity NONE =
            new CsmsSecurity(SecurityProfile.NONE, Optional.empty(), Optional.empty(), List.of(), 0);

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");

    /**
     * What is asked for, checked.
     *
     * @throws IllegalArgumentException when a password has the wrong length, or TLS has no key folder
     */
    public CsmsSecurity {
        hosts = List.copyOf(hosts);
        password.ifPresent(StationSecurity::requireLength);
        if (profile.tls() && keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "key folder: missing, security profile " + profile.number() + " needs one for its certificates");
        }
    }

    /** Opens the key folder, off the event loop; fails when there is none. */
    public Future<KeyFolder> open(Vertx vertx, Clock clock) {
        return vertx.executeBlocking(() ->
                KeyFolder.open(keys.orElseThrow(() -> new IllegalArgumentException("key folder: none is set")), clock));
    }

    /** Changes a server's options so that it serves TLS as the profile asks for it. Reads or makes keys, off the event loop. */
    public Future<HttpServerOptions> configure(HttpServerOptions options, Vertx vertx, Clock clock) {
        return open(vertx, clock).compose(folder -> vertx.executeBlocking(() -> secured(options, folder)));
    }

    private HttpServerOptions secured(HttpServerOptions options, KeyFolder folder) {
        Set<String> names = new LinkedHashSet<>(THIS_MACHINE);
        names.addAll(hosts);
        options.setSsl(true)
                .setKeyCertOptions(StationTls.keyCert(folder.server(List.copyOf(names))))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
        if (profile == SecurityProfile.MUTUAL_TLS) {
            options.setClientAuth(ClientAuth.REQUIRED)
                    .setTrustOptions(StationTls.trust(List.of(folder.authority().certificate())));
        }
        return options;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "security profile " + profile.number();
    }
}
