package dev.roamlab.station.security;

import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.messages.security.CertificateHashDataChain;
import dev.roamlab.ocpp.messages.security.DeleteCertificateStatus;
import dev.roamlab.ocpp.messages.security.GetCertificateIdUse;
import dev.roamlab.ocpp.messages.security.InstallCertificateStatus;
import dev.roamlab.ocpp.security.Certificates;
import dev.roamlab.ocpp.security.Credential;
import dev.roamlab.ocpp.security.Pem;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of one station: roots that its CSMS has installed, its own, and the key that waits to be certified. A
 * value; most stations share {@link #EMPTY}.
 *
 * @param installed in the order in which they came
 * @param pending the key in the request that is under way
 * @param credential what the station shows from its next connection on; absent: what it was set up with
 */
public record CertificateStore(List<Installed> installed, Optional<KeyPair> pending, Optional<Credential> credential) {
    /** Nothing. */
    public static final CertificateStore EMPTY = new CertificateStore(List.of(), Optional.empty(), Optional.empty());

    /** A root certificate, and what it is for. */
    public record Installed(GetCertificateIdUse use, X509Certificate certificate) {
        CertificateHashData hash() {
            return Certificates.hash(certificate, certificate);
        }
    }

    /** What became of an installation. */
    public record Installation(InstallCertificateStatus status, CertificateStore store, Optional<String> objection) {}

    /** What became of a deletion. */
    public record Deletion(DeleteCertificateStatus status, CertificateStore store) {}

    /** What became of a signed certificate; the objection is empty when it was taken. */
    public record Signing(CertificateStore store, Optional<String> objection) {}

    /** The list is copied. */
    public CertificateStore {
        installed = List.copyOf(installed);
    }

    /** The roots that vouch for a CSMS. */
    public List<X509Certificate> csmsRoots() {
        return installed.stream()
                .filter(kept -> kept.use() == GetCertificateIdUse.CSMS_ROOT_CERTIFICATE)
                .map(Installed::certificate)
                .toList();
    }

    /** The same with a key that waits to be certified; one that waited before is forgotten. */
    public CertificateStore asking(KeyPair keys) {
        return new CertificateStore(installed, Optional.of(keys), credential);
    }

    /**
     * Installs a root certificate. Spec: OCPP 2.0.1, M05.
     *
     * @param most how many there is room for
     */
    public Installation install(GetCertificateIdUse use, String pem, int most, Instant now) {
        X509Certificate certificate;
        try {
            certificate = Pem.certificates(pem).get(0);
        } catch (IllegalArgumentException unreadable) {
            return refused(InstallCertificateStatus.REJECTED, "certificate: " + unreadable.getMessage());
        }
        Optional<String> objection = objection(certificate, now);
        if (objection.isPresent()) {
            return refused(InstallCertificateStatus.REJECTED, objection.get());
        }
        Installed one = new Installed(use, certificate);
        if (installed.contains(one)) {
            return new Installation(InstallCertificateStatus.ACCEPTED, this, Optional.empty());
        } else if (installed.size() >= most) {
            return refused(
                    InstallCertificateStatus.FAILED,
                    "certificates: " + installed.size() + " installed, at most " + most);
        }
        List<Installed> more = new ArrayList<>(installed);
        more.add(one);
        return new Installation(
                InstallCertificateStatus.ACCEPTED, new CertificateStore(more, pending, credential), Optional.empty());
    }

    private static Optional<String> objection(X509Certificate certificate, Instant now) {
        if (certificate.getBasicConstraints() < 0) {
            return Optional.of("certificate: it may not sign others (basicConstraints), so it is no root");
        } else if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(
                    "certificate: expired at " + certificate.getNotAfter().toInstant());
        } else if (!Certificates.isRoot(certificate)) {
            return Optional.of("certificate: not signed with its own key, so it is no root");
        }
        return Optional.empty();
    }

    private Installation refused(InstallCertificateStatus status, String why) {
        return new Installation(status, this, Optional.of(why));
    }

    /** Removes the certificate that is meant. Spec: OCPP 2.0.1, M04. */
    public Deletion delete(CertificateHashData hash) {
        List<Installed> left = installed.stream()
                .filter(kept -> !Certificates.same(kept.hash(), hash))
                .toList();
        if (left.size() < installed.size()) {
            CertificateStore smaller = left.isEmpty() && pending.isEmpty() && credential.isEmpty()
                    ? EMPTY
                    : new CertificateStore(left, pending, credential);
            return new Deletion(DeleteCertificateStatus.ACCEPTED, smaller);
        }
        return new Deletion(DeleteCertificateStatus.NOT_FOUND, this);
    }

    /**
     * What is installed. Spec: OCPP 2.0.1, M03.
     *
     * @param uses none: all
     */
    public List<CertificateHashDataChain> ids(Collection<GetCertificateIdUse> uses) {
        return installed.stream()
                .filter(kept -> uses.isEmpty() || uses.contains(kept.use()))
                .map(kept -> new CertificateHashDataChain(kept.hash(), kept.use(), List.of()))
                .toList();
    }

    /**
     * Takes the certificate that was asked for, if it is for the key that waits, for this station, and to be believed: a
     * station that has no root of its CSMS cannot tell who has signed, and looks at the dates only. Spec: OCPP 2.0.1, A02.
     */
    public Signing signed(String chain, String stationId, Instant now) {
        if (pending.isEmpty()) {
            return objecting("no certificate has been asked for");
        }
        List<X509Certificate> certificates;
        try {
            certificates = Pem.certificates(chain);
        } catch (IllegalArgumentException unreadable) {
            return objecting("certificateChain: " + unreadable.getMessage());
        }
        X509Certificate own = certificates.get(0);
        if (!own.getPublicKey().equals(pending.get().getPublic())) {
            return objecting("certificateChain: for another key than the one in the request");
        } else if (!Certificates.commonName(own).equals(stationId)) {
            return objecting(
                    "certificateChain: for '" + Certificates.commonName(own) + "', not for '" + stationId + "'");
        }
        Collection<X509Certificate> roots = csmsRoots().isEmpty() ? certificates : csmsRoots();
        Optional<String> objection = Certificates.objection(certificates, roots, now);
        return objection.isPresent()
                ? objecting("certificateChain: " + objection.get())
                : new Signing(
                        new CertificateStore(
                                installed,
                                Optional.empty(),
                                Optional.of(new Credential(pending.get().getPrivate(), certificates))),
                        Optional.empty());
    }

    private Signing objecting(String why) {
        return new Signing(this, Optional.of(why));
    }
}
