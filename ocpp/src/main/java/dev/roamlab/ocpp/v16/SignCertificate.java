package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.security.SignCertificateRequest;
import dev.roamlab.ocpp.messages.security.SignCertificateResponse;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The station asks for a certificate of its own. Spec: OCPP 1.6 security whitepaper, SignCertificate. */
final class SignCertificate {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "SignCertificate",
            From.STATION,
            SignCertificateRequest.class,
            SignCertificateResponse.class,
            SignCertificate.Req.class,
            SignCertificate.Conf.class,
            SignCertificate::req,
            SignCertificate::neutral,
            SignCertificate::conf,
            SignCertificate::neutral);

    private SignCertificate() {}

    record Req(@Max(5500) String csr) {}

    record Conf(GenericStatus status) {}

    static Req req(SignCertificateRequest request, Side side) {
        CertificateUse.requireForStation(request.certificateType());
        return new Req(request.csr());
    }

    static SignCertificateRequest neutral(Req req, Side side) {
        return new SignCertificateRequest(req.csr(), Optional.empty());
    }

    static Conf conf(SignCertificateResponse response) {
        return new Conf(response.status());
    }

    static SignCertificateResponse neutral(Conf conf) {
        return new SignCertificateResponse(conf.status(), Optional.empty());
    }
}
