package dev.roamlab.ocpp.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as text. */
public final class Pem {
    private Pem() {}

    /**
     * All certificates in a text, in their order.
     *
     * @throws IllegalArgumentException when there is none, or one cannot be read
     */
    public static List<X509Certificate> certificates(String text) {
        try {
            List<X509Certificate> read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new IllegalArgumentException("no certificate in it: PEM begins with -----BEGIN CERTIFICATE-----");
            }
            return read;
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException(
                    "no readable certificate: " + unreadable.getMessage()
                            + "; PEM begins with -----BEGIN CERTIFICATE-----",
                    unreadable);
        }
    }

    /**
     * The private key in a text: PKCS#8, PKCS#1 or SEC 1, not encrypted.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static PrivateKey privateKey(String text) {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                } else if (found instanceof PrivateKeyInfo key) {
                    return converter.getPrivateKey(key);
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no readable private key: " + unreadable.getMessage(), unreadable);
        }
        throw new IllegalArgumentException("no private key in it: PEM begins with -----BEGIN PRIVATE KEY-----, and an"
                + " encrypted one has to be decrypted first");
    }

    /** A certificate as text. */
    public static String of(X509Certificate certificate) {
        try {
            return write("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException impossible) {
            throw new IllegalStateException("a certificate can be written", impossible);
        }
    }

    /** Certificates as text, in their order. */
    public static String of(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(certificate -> text.append(of(certificate)));
        return text.toString();
    }

    /** A private key as text: PKCS#8. */
    public static String of(PrivateKey key) {
        return write("PRIVATE KEY", key.getEncoded());
    }

    static String write(String kind, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(kind, content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // Lines end alike everywhere.
        return text.toString().replace("\r\n", "\n");
    }
}
