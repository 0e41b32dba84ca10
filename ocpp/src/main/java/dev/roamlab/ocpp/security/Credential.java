package dev.roamlab.ocpp.security;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificate for it.
 *
 * @param chain the certificate first, then those that vouch for it, up to but not necessarily with the root
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {
    /** The chain is copied, and has at least one certificate. */
    public Credential {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain: no certificate, at least 1");
        }
    }

    /** The certificate for the key. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "credential of " + certificate().getSubjectX500Principal();
    }
}
