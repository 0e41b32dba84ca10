package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.messages.security.CertificateHashDataChain;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsRequest;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsResponse;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateStatus;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.List;
import java.util.Optional;

/** The CSMS asks which certificates of one kind a station has. Spec: OCPP 1.6 security whitepaper, GetInstalledCertificateIds. */
final class GetInstalledCertificateIds {
    static final Action<?, ?, ?, ?> ACTION = new Action<>(
            "GetInstalledCertificateIds",
            From.CSMS,
            GetInstalledCertificateIdsRequest.class,
            GetInstalledCertificateIdsResponse.class,
            GetInstalledCertificateIds.Req.class,
            GetInstalledCertificateIds.Conf.class,
            GetInstalledCertificateIds::req,
            GetInstalledCertificateIds::neutral,
            (asked, answer, side) -> GetInstalledCertificateIds.conf(answer),
            (conf, asked, side) -> GetInstalledCertificateIds.neutral(conf, asked));

    private GetInstalledCertificateIds() {}

    record Req(CertificateUse certificateType) {}

    record Conf(List<CertificateHashData> certificateHashData, GetInstalledCertificateStatus status) {}

    static Req req(GetInstalledCertificateIdsRequest request, Side side) {
        if (request.certificateType().size() != 1) {
            throw new OcppCallException(
                    RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                    "certificateType: " + request.certificateType().size() + " kinds, OCPP 1.6 asks for one at a time");
        }
        return new Req(CertificateUse.of(request.certificateType().get(0)));
    }

    static GetInstalledCertificateIdsRequest neutral(Req req, Side side) {
        return new GetInstalledCertificateIdsRequest(
                List.of(req.certificateType().installed()));
    }

    static Conf conf(GetInstalledCertificateIdsResponse response) {
        return new Conf(
                response.certificateHashDataChain().stream()
                        .map(CertificateHashDataChain::certificateHashData)
                        .toList(),
                response.status());
    }

    static GetInstalledCertificateIdsResponse neutral(Conf conf, GetInstalledCertificateIdsRequest asked) {
        return new GetInstalledCertificateIdsResponse(
                conf.status(),
                Optional.empty(),
                conf.certificateHashData().stream()
                        .map(hash -> new CertificateHashDataChain(
                                hash, asked.certificateType().get(0), List.of()))
                        .toList());
    }
}
