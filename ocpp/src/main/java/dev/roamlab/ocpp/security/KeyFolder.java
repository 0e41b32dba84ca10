package dev.roamlab.ocpp.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A lab's keys in a folder: made when they are first asked for, used again, and renewed a month before they expire.
 * Certificates are {@code NAME.pem}, keys {@code NAME-key.pem}, which only their owner may read. Reads and writes files and
 * makes keys: not for event loops. Several processes may use one folder, once it has its root.
 */
public final class KeyFolder {
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final String OWNER_ONLY_FOLDER = "rwx------";
    private static final String OWNER_ONLY = "rw-------";

    private final Path folder;
    private final Clock clock;
    private final CertificateAuthority authority;

    private KeyFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.authority = new CertificateAuthority(keep(
                "ca",
                kept -> true,
                () -> CertificateAuthority.create(clock.instant()).root()));
    }

    /**
     * The keys in a folder, which is made if it is not there.
     *
     * @throws UncheckedIOException when the folder cannot be used
     * @throws IllegalArgumentException when it has a key or a certificate that cannot be read
     */
    public static KeyFolder open(Path folder, Clock clock) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                restrict(folder, OWNER_ONLY_FOLDER);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("key folder " + folder + " cannot be used: " + unusable, unusable);
        }
        return new KeyFolder(folder, clock);
    }

    /** The lab's authority, made with the folder. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** The file that others can trust. */
    public Path trustFile() {
        return folder.resolve("ca.pem");
    }

    /** The CSMS's credential; made anew when it does not cover all these names or addresses. */
    public Credential server(List<String> hosts) {
        return keep("server", kept -> covers(kept, hosts), () -> authority.server(hosts, clock.instant()));
    }

    /** A station's credential. */
    public Credential station(String stationId) {
        return keep(
                "station-" + URLEncoder.encode(stationId, StandardCharsets.UTF_8),
                this::isOurs,
                () -> authority.station(stationId, clock.instant()));
    }

    private boolean isOurs(Credential kept) {
        return kept.certificate()
                        .getIssuerX500Principal()
                        .equals(authority.certificate().getSubjectX500Principal())
                && Certificates.signedBy(kept.certificate(), authority.certificate());
    }

    private boolean covers(Credential kept, List<String> hosts) {
        return isOurs(kept) && Certificates.hosts(kept.certificate()).containsAll(hosts);
    }

    private synchronized Credential keep(String name, Predicate<Credential> usable, Supplier<Credential> made) {
        Optional<Credential> kept = read(name)
                .filter(found -> found.certificate()
                        .getNotAfter()
                        .toInstant()
                        .isAfter(clock.instant().plus(RENEW_BEFORE)))
                .filter(usable);
        return kept.orElseGet(() -> write(name, made.get()));
    }

    private Optional<Credential> read(String name) {
        Path key = folder.resolve(name + "-key.pem");
        Path certificate = folder.resolve(name + ".pem");
        return Files.exists(key) && Files.exists(certificate)
                ? Optional.of(KeyFiles.credential(key, certificate))
                : Optional.empty();
    }

    private Credential write(String name, Credential credential) {
        try {
            // First the key: a certificate without its key would be taken for a pair.
            put(folder.resolve(name + "-key.pem"), Pem.of(credential.key()), true);
            put(folder.resolve(name + ".pem"), Pem.of(credential.chain()), false);
            return credential;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("key folder " + folder + " cannot be written: " + unwritable, unwritable);
        }
    }

    /** Never half a file, and a secret is never readable for others, not even for a moment. */
    private void put(Path file, String text, boolean secret) throws IOException {
        Path half = Files.createTempFile(folder, "new", ".pem");
        if (!secret) {
            restrict(half, "rw-r--r--");
        } else {
            restrict(half, OWNER_ONLY);
        }
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (UnsupportedOperationException noPosix) {
            // Where files have no such permissions, the folder's owner has to see to it.
        }
    }
}
