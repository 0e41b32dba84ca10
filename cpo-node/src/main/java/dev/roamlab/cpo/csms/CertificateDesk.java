package dev.roamlab.cpo.csms;

import dev.roamlab.cpo.stations.Station;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.security.CertificateSignedRequest;
import dev.roamlab.ocpp.messages.security.CertificateSigningUse;
import dev.roamlab.ocpp.messages.security.SignCertificateRequest;
import dev.roamlab.ocpp.messages.security.SignCertificateResponse;
import dev.roamlab.ocpp.security.CertificateAuthority;
import dev.roamlab.ocpp.security.CsmsSecurity;
import dev.roamlab.ocpp.security.KeyFolder;
import dev.roamlab.ocpp.security.Pem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has stations' certificates signed by the lab's authority. Keys are used off the event loop. Spec: OCPP 2.0.1, A02 and A03. */
final class CertificateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateDesk.class);
    private static final Duration APART = Duration.ofMillis(1);
    private static final int MOST_INFO = 512;

    private final Vertx vertx;
    private final LabClock clock;
    private final CsmsSecurity security;

    CertificateDesk(Vertx vertx, LabClock clock, CsmsSecurity security) {
        this.vertx = vertx;
        this.clock = clock;
        this.security = security;
    }

    /** Accepts a request that can be signed, and sends the certificate after the answer. */
    Future<SignCertificateResponse> sign(Station station, SignCertificateRequest request) {
        if (security.keys().isEmpty()) {
            return Future.succeededFuture(
                    rejected("this central system has no authority: it runs without a key folder"));
        } else if (request.certificateType().equals(Optional.of(CertificateSigningUse.V2_G_CERTIFICATE))) {
            return Future.succeededFuture(rejected("certificates of ISO 15118 are not signed here"));
        }
        Instant now = clock.instant();
        return vertx.executeBlocking(() -> signed(station.id(), request.csr(), now), false)
                .map(chain -> {
                    clock.schedule(APART, () -> send(station, request, chain));
                    return new SignCertificateResponse(GenericStatus.ACCEPTED, Optional.empty());
                })
                .otherwise(refused -> rejected(String.valueOf(refused.getMessage())));
    }

    private String signed(String stationId, String csr, Instant now) {
        CertificateAuthority authority =
                KeyFolder.open(security.keys().orElseThrow(), clock).authority();
        X509Certificate certificate = authority.sign(csr, stationId, now);
        return Pem.of(List.of(certificate, authority.certificate()));
    }

    private static void send(Station station, SignCertificateRequest request, String chain) {
        station.connection()
                .ifPresent(way -> way.call(new CertificateSignedRequest(chain, request.certificateType()))
                        .onSuccess(answer -> LOG.info("station {}: new certificate {}", station.id(), answer.status()))
                        .onFailure(failure ->
                                LOG.warn("station {}: new certificate not delivered", station.id(), failure)));
    }

    private static SignCertificateResponse rejected(String why) {
        String cut = why.length() > MOST_INFO ? why.substring(0, MOST_INFO) : why;
        return new SignCertificateResponse(
                GenericStatus.REJECTED, Optional.of(new StatusInfo("InvalidCSR", Optional.of(cut))));
    }
}
