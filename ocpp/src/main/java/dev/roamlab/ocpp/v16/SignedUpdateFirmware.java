package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareResponse;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareStatus;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** The CSMS wants signed firmware to be installed. Spec: OCPP 1.6 security whitepaper, SignedUpdateFirmware. */
final class SignedUpdateFirmware {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "SignedUpdateFirmware",
            From.CSMS,
            UpdateFirmwareRequest.class,
            UpdateFirmwareResponse.class,
            SignedUpdateFirmware.Req.class,
            SignedUpdateFirmware.Conf.class,
            SignedUpdateFirmware::req,
            SignedUpdateFirmware::neutral,
            SignedUpdateFirmware::conf,
            SignedUpdateFirmware::neutral);

    private SignedUpdateFirmware() {}

    record Req(Optional<Integer> retries, Optional<Integer> retryInterval, int requestId, Image firmware) {}

    record Conf(UpdateFirmwareStatus status) {}

    /** Where firmware is, and its signature. Spec: OCPP 1.6 security whitepaper, FirmwareType. */
    record Image(
            @Max(512) String location,
            Instant retrieveDateTime,
            Optional<Instant> installDateTime,
            @Max(5500) String signingCertificate,
            @Max(800) String signature) {
        static Image of(Firmware firmware) {
            return new Image(
                    firmware.location(),
                    firmware.retrieveDateTime(),
                    firmware.installDateTime(),
                    firmware.signingCertificate().orElseThrow(() -> Side.missing("firmware.signingCertificate")),
                    firmware.signature().orElseThrow(() -> Side.missing("firmware.signature")));
        }

        Firmware neutral() {
            return new Firmware(
                    location,
                    retrieveDateTime,
                    installDateTime,
                    Optional.of(signingCertificate),
                    Optional.of(signature));
        }
    }

    /** Whether a request has to go by this message: the older one has no room for signatures. */
    static boolean carries(UpdateFirmwareRequest request) {
        return request.firmware().signingCertificate().isPresent()
                || request.firmware().signature().isPresent();
    }

    static Req req(UpdateFirmwareRequest request, Side side) {
        side.firmware(new Errand(true, Optional.of(request.requestId())));
        return new Req(request.retries(), request.retryInterval(), request.requestId(), Image.of(request.firmware()));
    }

    static UpdateFirmwareRequest neutral(Req req, Side side) {
        side.firmware(new Errand(true, Optional.of(req.requestId())));
        return new UpdateFirmwareRequest(
                req.retries(),
                req.retryInterval(),
                req.requestId(),
                req.firmware().neutral());
    }

    static Conf conf(UpdateFirmwareResponse response) {
        return new Conf(response.status());
    }

    static UpdateFirmwareResponse neutral(Conf conf) {
        return new UpdateFirmwareResponse(conf.status(), Optional.empty());
    }
}
