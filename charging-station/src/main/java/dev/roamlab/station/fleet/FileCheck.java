package dev.roamlab.station.fleet;

import dev.roamlab.station.HostOrder;
import dev.roamlab.station.StationEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Looks at a file while it comes in, piece by piece: its size, its digest, and whether its signature is good. */
final class FileCheck {
    private final MessageDigest digest;
    private final Optional<Signature> verifier;
    private final Optional<String> signature;
    private long size;
    private boolean readable = true;

    FileCheck(HostOrder.Download order) {
        this.digest = sha256();
        this.verifier = order.certificate().flatMap(FileCheck::verifier);
        this.signature = order.signature();
    }

    void add(Buffer piece) {
        byte[] bytes = piece.getBytes();
        size += bytes.length;
        digest.update(bytes);
        try {
            if (verifier.isPresent()) {
                verifier.get().update(bytes);
            }
        } catch (GeneralSecurityException broken) {
            readable = false;
        }
    }

    StationEvent outcome(long ref, HttpClientResponse response) {
        return new StationEvent.Downloaded(
                ref,
                size,
                HexFormat.of().formatHex(digest.digest()),
                Optional.ofNullable(response.getHeader("X-Firmware-Version")),
                signature.map(this::valid));
    }

    private boolean valid(String base64) {
        try {
            return readable
                    && verifier.isPresent()
                    && verifier.get().verify(Base64.getMimeDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private static Optional<Signature> verifier(String pem) {
        try {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey();
            Signature verifier =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            verifier.initVerify(key);
            return Optional.of(verifier);
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
