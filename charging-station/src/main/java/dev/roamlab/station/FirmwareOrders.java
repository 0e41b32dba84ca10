package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareResponse;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** What a CSMS is answered that wants the firmware updated. Spec: OCPP 1.6 section 6.19, OCPP 2.0.1 L01, L02. */
final class FirmwareOrders {
    private static final int USUAL_RETRIES = 2;
    private static final int USUAL_PAUSE_SECONDS = 30;

    private FirmwareOrders() {}

    static UpdateFirmwareResponse update(Turn turn, UpdateFirmwareRequest request) {
        Optional<UpdateFirmwareResponse> refused = refusal(turn, request.firmware());
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<FirmwareUpdate> present = turn.device().firmware().filter(update -> !update.finished());
        if (present.filter(FirmwareUpdate::irrevocable).isPresent()) {
            return refused("FwUpdateInProgress", "an update is being installed");
        }
        present.flatMap(FirmwareUpdate::order).ifPresent(order -> turn.order(new HostOrder.Cancel(order)));
        FirmwareUpdates.begin(turn, order(turn, request));
        return new UpdateFirmwareResponse(
                present.isPresent() ? UpdateFirmwareStatus.ACCEPTED_CANCELED : UpdateFirmwareStatus.ACCEPTED,
                Optional.empty());
    }

    private static FirmwareUpdate order(Turn turn, UpdateFirmwareRequest request) {
        boolean later = request.firmware().retrieveDateTime().isAfter(turn.now());
        return new FirmwareUpdate(
                request.requestId(),
                request.firmware(),
                Math.max(0, request.retries().orElse(USUAL_RETRIES)),
                Duration.ofSeconds(Math.max(1, request.retryInterval().orElse(USUAL_PAUSE_SECONDS))),
                later ? FirmwareStatus.DOWNLOAD_SCHEDULED : FirmwareStatus.DOWNLOADING,
                later ? Optional.of(request.firmware().retrieveDateTime()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Optional<UpdateFirmwareResponse> refusal(Turn turn, Firmware firmware) {
        if (FileServer.at(firmware.location()).isEmpty()) {
            return Optional.of(refused("InvalidURL", FileServer.refusal("location", firmware.location())));
        }
        Optional<String> certificate = firmware.signingCertificate();
        if (certificate.isPresent() != firmware.signature().isPresent()) {
            return Optional.of(refused("MissingParam", "signingCertificate and signature: both or neither"));
        }
        Optional<String> wrong = certificate.flatMap(pem -> wrong(pem, turn.now()));
        if (wrong.isPresent()) {
            return Optional.of(new UpdateFirmwareResponse(
                    UpdateFirmwareStatus.INVALID_CERTIFICATE, Why.of("InvalidCertificate", wrong.get())));
        }
        boolean revoked = turn.device()
                .fault()
                .filter(UpdateFault.CERTIFICATE_REVOKED::equals)
                .isPresent();
        return certificate
                .filter(pem -> revoked)
                .map(pem -> new UpdateFirmwareResponse(
                        UpdateFirmwareStatus.REVOKED_CERTIFICATE,
                        Why.of("InvalidCertificate", "signingCertificate: it has been revoked")));
    }

    private static Optional<String> wrong(String pem, Instant now) {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            certificate.checkValidity(Date.from(now));
            return Optional.empty();
        } catch (CertificateException unreadable) {
            return Optional.of("signingCertificate: " + unreadable.getMessage());
        }
    }

    private static UpdateFirmwareResponse refused(String code, String sentence) {
        Optional<StatusInfo> why = Why.of(code, sentence);
        return new UpdateFirmwareResponse(UpdateFirmwareStatus.REJECTED, why);
    }
}
