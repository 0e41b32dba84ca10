package dev.roamlab.ocpp.security;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Keys, and requests to have them certified (PKCS#10). Slow: not for event loops. */
public final class SigningRequests {
    static final String SIGNATURE = "SHA256withECDSA";

    private SigningRequests() {}

    /** A new key: ECDSA on P-256, which every suite that OCPP asks for can use. */
    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    /** The name of a station: its organisation, left out when empty, and its id. */
    public static X500Name name(String organisation, String commonName) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        if (!organisation.isEmpty()) {
            name.addRDN(BCStyle.O, organisation);
        }
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    /** A request, as PEM, to certify a key for a name. */
    public static String request(KeyPair keys, String organisation, String commonName) {
        try {
            return Pem.write(
                    "CERTIFICATE REQUEST",
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Principal(
                                            name(organisation, commonName).getEncoded()),
                                    keys.getPublic())
                            .build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate()))
                            .getEncoded());
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException("a request can be made", impossible);
        }
    }

    /**
     * A request from PEM, its own signature checked.
     *
     * @throws IllegalArgumentException when it is none, or its signature is wrong
     */
    static PKCS10CertificationRequest read(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest request)) {
                throw new IllegalArgumentException(
                        "csr: no certificate request, PEM begins with -----BEGIN CERTIFICATE" + " REQUEST-----");
            }
            ContentVerifierProvider verifier =
                    new JcaContentVerifierProviderBuilder().build(publicKey(request.getSubjectPublicKeyInfo()));
            if (!request.isSignatureValid(verifier)) {
                throw new IllegalArgumentException("csr: not signed with the key that it is for");
            }
            return request;
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException unreadable) {
            throw new IllegalArgumentException("csr: unreadable: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The JDK knows these by name only. */
    private static PublicKey publicKey(SubjectPublicKeyInfo info) throws GeneralSecurityException, IOException {
        boolean elliptic = info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        return KeyFactory.getInstance(elliptic ? "EC" : "RSA")
                .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    }
}
