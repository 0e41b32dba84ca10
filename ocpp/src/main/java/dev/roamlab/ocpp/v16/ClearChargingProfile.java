package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileCriteria;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileResponse;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileStatus;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS removes charging profiles. Spec: OCPP 1.6, ClearChargingProfile. */
final class ClearChargingProfile {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ClearChargingProfile",
            From.CSMS,
            ClearChargingProfileRequest.class,
            ClearChargingProfileResponse.class,
            ClearChargingProfile.Req.class,
            ClearChargingProfile.Conf.class,
            ClearChargingProfile::req,
            ClearChargingProfile::neutral,
            ClearChargingProfile::conf,
            ClearChargingProfile::neutral);

    private ClearChargingProfile() {}

    record Req(
            Optional<Integer> id,
            @AtLeast(0) Optional<Integer> connectorId,
            Optional<Purpose> chargingProfilePurpose,
            @AtLeast(0) Optional<Integer> stackLevel) {}

    record Conf(ClearChargingProfileStatus status) {}

    static Req req(ClearChargingProfileRequest request, Side side) {
        Optional<ClearChargingProfileCriteria> criteria = request.chargingProfileCriteria();
        return new Req(
                request.chargingProfileId(),
                criteria.flatMap(ClearChargingProfileCriteria::evseId).map(id -> side.number(Evse.of(id))),
                criteria.flatMap(ClearChargingProfileCriteria::chargingProfilePurpose)
                        .map(Purpose::of),
                criteria.flatMap(ClearChargingProfileCriteria::stackLevel));
    }

    static ClearChargingProfileRequest neutral(Req req, Side side) {
        boolean described = req.connectorId().isPresent()
                || req.chargingProfilePurpose().isPresent()
                || req.stackLevel().isPresent();
        return new ClearChargingProfileRequest(
                req.id(), described ? Optional.of(criteria(req, side)) : Optional.empty());
    }

    static Conf conf(ClearChargingProfileResponse response) {
        return new Conf(response.status());
    }

    static ClearChargingProfileResponse neutral(Conf conf) {
        return new ClearChargingProfileResponse(conf.status(), Optional.empty());
    }

    private static ClearChargingProfileCriteria criteria(Req req, Side side) {
        return new ClearChargingProfileCriteria(
                req.connectorId().map(number -> side.evse(number).id()),
                req.chargingProfilePurpose().map(Purpose::neutral),
                req.stackLevel());
    }
}
