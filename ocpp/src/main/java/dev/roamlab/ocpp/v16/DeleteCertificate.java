package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.messages.security.DeleteCertificateRequest;
import dev.roamlab.ocpp.messages.security.DeleteCertificateResponse;
import dev.roamlab.ocpp.messages.security.DeleteCertificateStatus;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS removes a certificate. Spec: OCPP 1.6 security whitepaper, DeleteCertificate. */
final class DeleteCertificate {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "DeleteCertificate",
            From.CSMS,
            DeleteCertificateRequest.class,
            DeleteCertificateResponse.class,
            DeleteCertificate.Req.class,
            DeleteCertificate.Conf.class,
            DeleteCertificate::req,
            DeleteCertificate::neutral,
            DeleteCertificate::conf,
            DeleteCertificate::neutral);

    private DeleteCertificate() {}

    record Req(CertificateHashData certificateHashData) {}

    record Conf(DeleteCertificateStatus status) {}

    static Req req(DeleteCertificateRequest request, Side side) {
        return new Req(request.certificateHashData());
    }

    static DeleteCertificateRequest neutral(Req req, Side side) {
        return new DeleteCertificateRequest(req.certificateHashData());
    }

    static Conf conf(DeleteCertificateResponse response) {
        return new Conf(response.status());
    }

    static DeleteCertificateResponse neutral(Conf conf) {
        return new DeleteCertificateResponse(conf.status(), Optional.empty());
    }
}
