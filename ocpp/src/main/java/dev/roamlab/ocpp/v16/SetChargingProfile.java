package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.charging.ChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS limits power over time. Spec: OCPP 1.6, SetChargingProfile. */
final class SetChargingProfile {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "SetChargingProfile",
            From.CSMS,
            SetChargingProfileRequest.class,
            SetChargingProfileResponse.class,
            SetChargingProfile.Req.class,
            SetChargingProfile.Conf.class,
            SetChargingProfile::req,
            SetChargingProfile::neutral,
            SetChargingProfile::conf,
            SetChargingProfile::neutral);

    private SetChargingProfile() {}

    record Req(@AtLeast(0) int connectorId, ChargingProfile csChargingProfiles) {}

    record Conf(Status status) {}

    /** Whether the station goes by the profile. */
    enum Status {
        ACCEPTED,
        REJECTED,
        NOT_SUPPORTED
    }

    static Req req(SetChargingProfileRequest request, Side side) {
        return new Req(side.number(Evse.of(request.evseId())), ChargingProfile.of(request.chargingProfile(), side));
    }

    static SetChargingProfileRequest neutral(Req req, Side side) {
        return new SetChargingProfileRequest(
                side.evse(req.connectorId()).id(), req.csChargingProfiles().neutral(side));
    }

    static Conf conf(SetChargingProfileResponse response) {
        return new Conf(
                switch (response.status()) {
                    case ACCEPTED -> Status.ACCEPTED;
                    case REJECTED -> Unsupported.is(response.statusInfo()) ? Status.NOT_SUPPORTED : Status.REJECTED;
                });
    }

    static SetChargingProfileResponse neutral(Conf conf) {
        return switch (conf.status()) {
            case ACCEPTED -> new SetChargingProfileResponse(ChargingProfileStatus.ACCEPTED, Optional.empty());
            case REJECTED -> new SetChargingProfileResponse(ChargingProfileStatus.REJECTED, Optional.empty());
            case NOT_SUPPORTED -> new SetChargingProfileResponse(ChargingProfileStatus.REJECTED, Unsupported.info());
        };
    }
}
