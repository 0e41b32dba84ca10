package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.payload.AtMost;
import java.util.List;
import java.util.Optional;

/** Which profiles are asked for: all that fit every field given. */
public record ChargingProfileCriterion(
        Optional<ChargingProfilePurpose> chargingProfilePurpose,
        Optional<Integer> stackLevel,
        List<Integer> chargingProfileId,
        @AtMost(4) List<ChargingLimitSource> chargingLimitSource) {
    /** Lists are copied. */
    public ChargingProfileCriterion {
        chargingProfileId = List.copyOf(chargingProfileId);
        chargingLimitSource = List.copyOf(chargingLimitSource);
    }
}
