package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareResponse;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareStatus;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** The CSMS wants other firmware to be installed, without a signature. Spec: OCPP 1.6, UpdateFirmware. */
final class UpdateFirmware {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "UpdateFirmware",
            From.CSMS,
            UpdateFirmwareRequest.class,
            UpdateFirmwareResponse.class,
            UpdateFirmware.Req.class,
            UpdateFirmware.Conf.class,
            UpdateFirmware::req,
            UpdateFirmware::neutral,
            UpdateFirmware::conf,
            UpdateFirmware::neutral);

    private UpdateFirmware() {}

    record Req(String location, Optional<Integer> retries, Instant retrieveDate, Optional<Integer> retryInterval) {}

    record Conf() {}

    static Req req(UpdateFirmwareRequest request, Side side) {
        side.firmware(new Errand(false, Optional.of(request.requestId())));
        return new Req(
                request.firmware().location(),
                request.retries(),
                request.firmware().retrieveDateTime(),
                request.retryInterval());
    }

    static UpdateFirmwareRequest neutral(Req req, Side side) {
        int requestId = side.nextRequestId();
        side.firmware(new Errand(false, Optional.of(requestId)));
        return new UpdateFirmwareRequest(
                req.retries(),
                req.retryInterval(),
                requestId,
                new Firmware(req.location(), req.retrieveDate(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The answer has no field for a no, so it becomes an error: a CSMS that is told nothing would wait for a status. */
    static Conf conf(UpdateFirmwareResponse response) {
        return switch (response.status()) {
            case ACCEPTED, ACCEPTED_CANCELED -> new Conf();
            case REJECTED, INVALID_CERTIFICATE, REVOKED_CERTIFICATE ->
                throw new OcppCallException(
                        RpcErrorCode.GENERIC_ERROR,
                        "the station will not update: "
                                + response.statusInfo()
                                        .flatMap(info -> info.additionalInfo().or(() -> Optional.of(info.reasonCode())))
                                        .orElse("no reason given"));
        };
    }

    static UpdateFirmwareResponse neutral(Conf conf) {
        return new UpdateFirmwareResponse(UpdateFirmwareStatus.ACCEPTED, Optional.empty());
    }
}
