package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.security.CertificateSignedRequest;
import dev.roamlab.ocpp.messages.security.CertificateSignedResponse;
import dev.roamlab.ocpp.messages.security.CertificateSignedStatus;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The certificate that the station had asked for. Spec: OCPP 1.6 security whitepaper, CertificateSigned. */
final class CertificateSigned {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "CertificateSigned",
            From.CSMS,
            CertificateSignedRequest.class,
            CertificateSignedResponse.class,
            CertificateSigned.Req.class,
            CertificateSigned.Conf.class,
            CertificateSigned::req,
            CertificateSigned::neutral,
            CertificateSigned::conf,
            CertificateSigned::neutral);

    private CertificateSigned() {}

    record Req(@Max(10_000) String certificateChain) {}

    record Conf(CertificateSignedStatus status) {}

    static Req req(CertificateSignedRequest request, Side side) {
        CertificateUse.requireForStation(request.certificateType());
        return new Req(request.certificateChain());
    }

    static CertificateSignedRequest neutral(Req req, Side side) {
        return new CertificateSignedRequest(req.certificateChain(), Optional.empty());
    }

    static Conf conf(CertificateSignedResponse response) {
        return new Conf(response.status());
    }

    static CertificateSignedResponse neutral(Conf conf) {
        return new CertificateSignedResponse(conf.status(), Optional.empty());
    }
}
