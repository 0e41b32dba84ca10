package dev.roamlab.ocpp.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whom stations trust, and what they show for themselves. Stations share it; so without certificates of their own they share one TLS context. */
public final class StationTls {
    // First: the next line needs it.
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    /** The usual roots of the machine, and no certificate to show. */
    public static final StationTls USUAL = new StationTls(List.of(), Optional.empty());

    private final List<X509Certificate> trusted;
    private final Optional<Function<String, Credential>> credentials;
    private final ClientSSLOptions nameless;

    /**
     * @param trusted none: the usual roots of the machine
     * @param credentials what the station with an id shows; may make keys and read files, and is never asked on an event loop
     */
    public StationTls(List<X509Certificate> trusted, Optional<Function<String, Credential>> credentials) {
        this.trusted = List.copyOf(trusted);
        this.credentials = credentials;
        this.nameless = trusting(this.trusted);
    }

    /** The same, and besides what a station has been given by its CSMS. */
    public StationTls with(List<X509Certificate> installed, Optional<Credential> own) {
        List<X509Certificate> all = new ArrayList<>(trusted);
        all.addAll(installed);
        Optional<Function<String, Credential>> given = own.map(credential -> id -> credential);
        return new StationTls(all, given.or(() -> credentials));
    }

    /** Whom it trusts; none: the usual roots of the machine. */
    public List<X509Certificate> trusted() {
        return trusted;
    }

    /** What a client needs for a station. Fails with what is wrong with its key. */
    public Future<ClientSSLOptions> options(String stationId, Vertx vertx) {
        return credentials
                .map(shown -> vertx.executeBlocking(() -> showing(shown.apply(stationId)), false))
                .orElseGet(() -> Future.succeededFuture(nameless));
    }

    private ClientSSLOptions showing(Credential own) {
        ClientSSLOptions options = nameless.copy();
        options.setKeyCertOptions(keyCert(own));
        return options;
    }

    static PemKeyCertOptions keyCert(Credential own) {
        return new PemKeyCertOptions()
                .setKeyValue(Buffer.buffer(Pem.of(own.key())))
                .setCertValue(Buffer.buffer(Pem.of(own.chain())));
    }

    private static ClientSSLOptions trusting(List<X509Certificate> trusted) {
        ClientSSLOptions options = new ClientSSLOptions();
        options.setHostnameVerificationAlgorithm("HTTPS");
        options.setEnabledSecureTransportProtocols(PROTOCOLS);
        if (!trusted.isEmpty()) {
            options.setTrustOptions(trust(trusted));
        }
        return options;
    }

    static PemTrustOptions trust(List<X509Certificate> trusted) {
        PemTrustOptions trust = new PemTrustOptions();
        trusted.forEach(root -> trust.addCertValue(Buffer.buffer(Pem.of(root))));
        return trust;
    }
}
