package dev.roamlab.ocpp.security;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How stations make themselves known to a CSMS, as somebody asks for it on a command line. {@link #open} reads the files.
 *
 * @param password for HTTP Basic, where the profile has one: 16 to 40 characters
 * @param trust a PEM file of root certificates; absent: those of the key folder, or else the usual ones of the machine
 * @param clientKey a PEM file with the private key that all of them use
 * @param clientCertificate the PEM file for that key
 * @param keys a lab's key folder, where each station has a certificate of its own, made on demand
 */
@RecordBuilder
public record StationSecurity(
        SecurityProfile profile,
        Optional<String> password,
        Optional<Path> trust,
        Optional<Path> clientKey,
        Optional<Path> clientCertificate,
        Optional<Path> keys)
        implements StationSecurityBuilder.With {
    /** Nothing of all that. */
    public static final StationSecurity NONE = new StationSecurity(
            SecurityProfile.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final int LEAST = 16;
    private static final int MOST = 40;

    /**
     * What is asked for, checked as far as no file is needed for it.
     *
     * @throws IllegalArgumentException naming what is missing or too much
     */
    public StationSecurity {
        if (profile.password() && password.isEmpty()) {
            throw new IllegalArgumentException(
                    "password: missing, security profile " + profile.number() + " needs one");
        }
        // Without a profile anything goes: there are systems in the field with shorter ones.
        password.filter(given -> profile != SecurityProfile.NONE).ifPresent(StationSecurity::requireLength);
        if (clientKey.isPresent() != clientCertificate.isPresent()) {
            throw new IllegalArgumentException(
                    "client key and client certificate: only one of them is given, they belong together");
        }
        if (profile == SecurityProfile.MUTUAL_TLS && clientKey.isEmpty() && keys.isEmpty()) {
            throw new IllegalArgumentException("client certificate: missing, security profile 3 needs a key with its"
                    + " certificate, or a key folder to make them in");
        }
    }

    /**
     * Checks the length of a password. Spec: OCPP 2.0.1, SecurityCtrlr.BasicAuthPassword.
     *
     * @throws IllegalArgumentException when it is too short or too long
     */
    public static void requireLength(String password) {
        if (password.length() < LEAST || password.length() > MOST) {
            throw new IllegalArgumentException(
                    "password: " + password.length() + " characters, must be " + LEAST + " to " + MOST);
        }
    }

    /**
     * Checks that a CSMS is where the profile can be used.
     *
     * @throws IllegalArgumentException when TLS is asked for and the URL has none, or the other way round
     */
    public void requireUrl(String csmsUrl) {
        boolean tls = "wss".equals(URI.create(csmsUrl).getScheme());
        if (profile.tls() && !tls) {
            throw new IllegalArgumentException(
                    "CSMS URL: '" + csmsUrl + "', security profile " + profile.number() + " needs wss://");
        } else if (profile == SecurityProfile.BASIC && tls) {
            throw new IllegalArgumentException(
                    "CSMS URL: '" + csmsUrl + "', security profile 1 has no TLS: take profile 2, or ws://");
        }
    }

    /**
     * Reads or makes the keys: not for event loops.
     *
     * @throws IllegalArgumentException naming the file that is missing or wrong
     */
    public StationTls open(Clock clock) {
        if (trust.isEmpty() && clientKey.isEmpty() && keys.isEmpty()) {
            return StationTls.USUAL;
        }
        Optional<KeyFolder> folder = keys.map(path -> KeyFolder.open(path, clock));
        List<X509Certificate> roots = trust.map(KeyFiles::certificates)
                .or(() -> folder.map(made -> List.of(made.authority().certificate())))
                .orElse(List.of());
        return new StationTls(roots, credentials(folder));
    }

    private Optional<Function<String, Credential>> credentials(Optional<KeyFolder> folder) {
        if (clientKey.isPresent()) {
            Credential shared = KeyFiles.credential(clientKey.get(), clientCertificate.orElseThrow());
            return Optional.of(id -> shared);
        }
        return folder.filter(made -> profile == SecurityProfile.MUTUAL_TLS).map(made -> made::station);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "security profile " + profile.number();
    }
}
