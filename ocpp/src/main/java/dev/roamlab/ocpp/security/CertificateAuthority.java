package dev.roamlab.ocpp.security;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Issues certificates for a lab. Slow: not for event loops. */
public final class CertificateAuthority {
    static final Duration ROOT_LIFE = Duration.ofDays(3650);
    static final Duration LEAF_LIFE = Duration.ofDays(397);
    /** Clocks differ; a certificate is valid a little before it is made. */
    private static final Duration EARLY = Duration.ofHours(1);

    private static final int SERIAL_BITS = 120;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Credential root;

    /** An authority with a root of its own. */
    public CertificateAuthority(Credential root) {
        this.root = root;
    }

    /** A new authority, valid from now on. */
    public static CertificateAuthority create(Instant now) {
        KeyPair keys = SigningRequests.newKeys();
        X500Name name = SigningRequests.name("Roamlab", "Roamlab test root");
        var subject = new Subject(
                name, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        var itself = new Credential(
                keys.getPrivate(),
                List.of(issue(
                        subject, name, keys.getPrivate(), now, ROOT_LIFE, new Purpose(true, List.of(), List.of()))));
        return new CertificateAuthority(itself);
    }

    private record Subject(X500Name name, SubjectPublicKeyInfo key) {}

    private record Purpose(boolean authority, List<KeyPurposeId> uses, List<GeneralName> names) {}

    /** What others have to trust. */
    public X509Certificate certificate() {
        return root.certificate();
    }

    Credential root() {
        return root;
    }

    /** A credential for a server that is reached by these names or addresses; the first becomes its common name. */
    public Credential server(List<String> hosts, Instant now) {
        KeyPair keys = SigningRequests.newKeys();
        List<GeneralName> names =
                hosts.stream().map(CertificateAuthority::hostName).toList();
        return issued(keys, hosts.get(0), new Purpose(false, List.of(KeyPurposeId.id_kp_serverAuth), names), now);
    }

    /** A credential for a station. */
    public Credential station(String stationId, Instant now) {
        return issued(
                SigningRequests.newKeys(),
                stationId,
                new Purpose(false, List.of(KeyPurposeId.id_kp_clientAuth), List.of()),
                now);
    }

    /**
     * Signs what a station asks for, if the name in it is the station's own. Spec: OCPP 2.0.1, A02.
     *
     * @param csr PEM
     * @throws IllegalArgumentException when the request is none, is not signed with its own key, or is for another name
     */
    public X509Certificate sign(String csr, String stationId, Instant now) {
        PKCS10CertificationRequest request = SigningRequests.read(csr);
        String name = commonName(request.getSubject());
        if (!name.equals(stationId)) {
            throw new IllegalArgumentException(
                    "csr: for '" + name + "', must be for the station itself: '" + stationId + "'");
        }
        return issue(
                new Subject(request.getSubject(), request.getSubjectPublicKeyInfo()),
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded()),
                root.key(),
                now,
                LEAF_LIFE,
                new Purpose(false, List.of(KeyPurposeId.id_kp_clientAuth), List.of()));
    }

    static String commonName(X500Name name) {
        RDN[] found = name.getRDNs(BCStyle.CN);
        return found.length == 0
                ? ""
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }

    private Credential issued(KeyPair keys, String commonName, Purpose purpose, Instant now) {
        var subject = new Subject(
                SigningRequests.name("Roamlab", commonName),
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        X500Name issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        return new Credential(
                keys.getPrivate(), List.of(issue(subject, issuer, root.key(), now, LEAF_LIFE, purpose), certificate()));
    }

    private static GeneralName hostName(String host) {
        boolean address = host.matches("[0-9.]+") || host.indexOf(':') >= 0;
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static X509Certificate issue(
            Subject subject,
            X500Name issuer,
            java.security.PrivateKey issuerKey,
            Instant now,
            Duration life,
            Purpose purpose) {
        var builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS),
                Date.from(now.minus(EARLY)),
                Date.from(now.plus(life)),
                subject.name(),
                subject.key());
        try {
            extend(builder, purpose);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(SigningRequests.SIGNATURE).build(issuerKey)));
        } catch (CertIOException | CertificateException | OperatorCreationException impossible) {
            throw new IllegalStateException("a certificate can be issued", impossible);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, Purpose purpose) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose.authority()));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        purpose.authority() ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        if (!purpose.uses().isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(purpose.uses().toArray(KeyPurposeId[]::new)));
        }
        if (!purpose.names().isEmpty()) {
            List<ASN1Encodable> names = new ArrayList<>(purpose.names());
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }
}
