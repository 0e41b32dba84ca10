package dev.roamlab.ocpp.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;

/** Keys and certificates that somebody brings along, in files. Not for event loops. */
public final class KeyFiles {
    private KeyFiles() {}

    /**
     * All certificates in a PEM file.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public static List<X509Certificate> certificates(Path file) {
        return read(file, Pem::certificates);
    }

    /**
     * A key and its certificate, in two PEM files or twice the same one.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public static Credential credential(Path key, Path certificate) {
        Credential read = new Credential(read(key, Pem::privateKey), certificates(certificate));
        if (!Certificates.belong(read)) {
            throw new IllegalArgumentException(key + ": not the key of " + certificate + ", whose subject is "
                    + read.certificate().getSubjectX500Principal());
        }
        return read;
    }

    private static <T> T read(Path file, Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": cannot be read: " + unreadable, unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }
}
