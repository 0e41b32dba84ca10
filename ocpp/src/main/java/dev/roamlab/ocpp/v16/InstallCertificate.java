package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.security.InstallCertificateRequest;
import dev.roamlab.ocpp.messages.security.InstallCertificateResponse;
import dev.roamlab.ocpp.messages.security.InstallCertificateStatus;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS installs a root certificate. Spec: OCPP 1.6 security whitepaper, InstallCertificate. */
final class InstallCertificate {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "InstallCertificate",
            From.CSMS,
            InstallCertificateRequest.class,
            InstallCertificateResponse.class,
            InstallCertificate.Req.class,
            InstallCertificate.Conf.class,
            InstallCertificate::req,
            InstallCertificate::neutral,
            InstallCertificate::conf,
            InstallCertificate::neutral);

    private InstallCertificate() {}

    record Req(CertificateUse certificateType, @Max(5500) String certificate) {}

    record Conf(InstallCertificateStatus status) {}

    static Req req(InstallCertificateRequest request, Side side) {
        return new Req(CertificateUse.of(request.certificateType()), request.certificate());
    }

    static InstallCertificateRequest neutral(Req req, Side side) {
        return new InstallCertificateRequest(req.certificateType().toInstall(), req.certificate());
    }

    static Conf conf(InstallCertificateResponse response) {
        return new Conf(response.status());
    }

    static InstallCertificateResponse neutral(Conf conf) {
        return new InstallCertificateResponse(conf.status(), Optional.empty());
    }
}
