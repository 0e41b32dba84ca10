package dev.roamlab.ocpp.security;

import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.messages.security.HashAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What certificates say, and whether they are to be believed. */
public final class Certificates {
    private static final byte[] PROBE = "the same key?".getBytes(StandardCharsets.US_ASCII);

    private Certificates() {}

    /** The common name of its subject; empty when there is none. */
    public static String commonName(X509Certificate certificate) {
        return CertificateAuthority.commonName(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    /**
     * What OCPP calls a certificate by. Spec: OCPP 2.0.1, CertificateHashDataType.
     *
     * @param issuer whose key has signed it; itself, when it is a root
     */
    public static CertificateHashData hash(X509Certificate certificate, X509Certificate issuer) {
        byte[] key = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        return new CertificateHashData(
                HashAlgorithm.SHA256,
                sha256(certificate.getIssuerX500Principal().getEncoded()),
                sha256(key),
                certificate.getSerialNumber().toString(16));
    }

    /** Whether two such names mean the same certificate: hexadecimal digits, in any case. */
    public static boolean same(CertificateHashData one, CertificateHashData other) {
        return one.hashAlgorithm() == other.hashAlgorithm()
                && one.issuerNameHash().equalsIgnoreCase(other.issuerNameHash())
                && one.issuerKeyHash().equalsIgnoreCase(other.issuerKeyHash())
                && stripped(one.serialNumber()).equals(stripped(other.serialNumber()));
    }

    /**
     * Why a chain is not to be believed; empty when it is.
     *
     * @param chain the certificate first; may end below or with a root
     * @param roots whom we trust
     */
    public static Optional<String> objection(
            List<X509Certificate> chain, Collection<X509Certificate> roots, Instant now) {
        for (X509Certificate certificate : chain) {
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                return Optional.of("expired at " + certificate.getNotAfter().toInstant());
            } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
                return Optional.of(
                        "not valid before " + certificate.getNotBefore().toInstant());
            }
        }
        if (roots.isEmpty()) {
            return Optional.of("no root certificate is installed that could vouch for it");
        }
        try {
            validate(chain, roots, now);
            return Optional.empty();
        } catch (GeneralSecurityException doubtful) {
            return Optional.of("no chain of trust: " + doubtful.getMessage());
        }
    }

    private static void validate(List<X509Certificate> chain, Collection<X509Certificate> roots, Instant now)
            throws GeneralSecurityException {
        List<X509Certificate> below = chain.stream()
                .filter(certificate -> !roots.contains(certificate))
                .toList();
        if (below.isEmpty()) {
            return;
        }
        Set<TrustAnchor> anchors =
                roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
    }

    /** Whether a certificate signs itself. */
    public static boolean isRoot(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0 && signedBy(certificate, certificate);
    }

    static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByThatKey) {
            return false;
        }
    }

    /** The names and addresses that a server's certificate is for. */
    static Set<String> hosts(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.toSet());
        } catch (CertificateParsingException unreadable) {
            return Set.of();
        }
    }

    static boolean belong(Credential credential) {
        String algorithm = credential.key().getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(credential.key());
            signing.update(PROBE);
            byte[] signed = signing.sign();
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(credential.certificate().getPublicKey());
            checking.update(PROBE);
            return checking.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Leading zeros do not count. */
    private static String stripped(String serial) {
        return serial.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
}
