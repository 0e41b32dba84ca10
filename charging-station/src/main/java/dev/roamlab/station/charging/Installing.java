package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import java.time.Instant;
import java.util.Optional;

/**
 * A profile comes to a station.
 *
 * @param profiles from now on: as before where it was refused
 * @param refusal why it was not taken
 */
public record Installing(Profiles profiles, Optional<Refusal> refusal) {

    /**
     * A CSMS sets a profile.
     *
     * @param running the transaction at the EVSE
     */
    public static Installing set(
            Profiles present,
            ProfileRules rules,
            int evse,
            ChargingProfile profile,
            Optional<String> running,
            Instant now) {
        ProfileCheck check = new ProfileCheck(rules, profile);
        Optional<Refusal> refusal =
                check.byItself().or(() -> check.at(evse, running)).or(() -> check.beside(present, evse));
        return refusal.isPresent()
                ? new Installing(present, refusal)
                : new Installing(
                        present.without(other -> check.replaces(other, evse))
                                .with(new InstalledProfile(evse, ChargingLimitSource.CSO, now, profile)),
                        Optional.empty());
    }

    /** Why a profile cannot come with a remote start; empty when it can. Spec: OCPP 2.0.1, F01 and K05; OCPP 1.6, 5.11. */
    public static Optional<Refusal> ofRemoteStart(ProfileRules rules, ChargingProfile profile) {
        if (profile.chargingProfilePurpose() != ChargingProfilePurpose.TX_PROFILE) {
            return Optional.of(new Refusal(
                    "InvalidProfile",
                    "chargingProfilePurpose: " + profile.chargingProfilePurpose()
                            + ", a remote start brings a TxProfile"));
        } else if (profile.transactionId().isPresent()) {
            return Optional.of(new Refusal("InvalidProfile", "transactionId: given before there is one"));
        }
        return new ProfileCheck(rules, profile).byItself();
    }
}
