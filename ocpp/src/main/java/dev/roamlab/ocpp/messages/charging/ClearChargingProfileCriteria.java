package dev.roamlab.ocpp.messages.charging;

import java.util.Optional;

/** Which profiles are to be removed: all that fit every field given. */
public record ClearChargingProfileCriteria(
        Optional<Integer> evseId,
        Optional<ChargingProfilePurpose> chargingProfilePurpose,
        Optional<Integer> stackLevel) {}
