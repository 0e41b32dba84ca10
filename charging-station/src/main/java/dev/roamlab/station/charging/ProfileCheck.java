package dev.roamlab.station.charging;

import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS;
import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.TX_PROFILE;

import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a profile can be taken. Spec: OCPP 2.0.1, K01; OCPP 1.6, 3.13. */
final class ProfileCheck {
    private static final String INVALID = "InvalidProfile";
    private static final String INVALID_SCHEDULE = "InvalidSchedule";

    private final ProfileRules rules;
    private final ChargingProfile profile;

    ProfileCheck(ProfileRules rules, ChargingProfile profile) {
        this.rules = rules;
        this.profile = profile;
    }

    /** What is wrong with it by itself, wherever it is meant for. */
    Optional<Refusal> byItself() {
        return first(level(), kind())
                .or(() -> profile.chargingSchedule().stream()
                        .flatMap(schedule -> schedule(schedule).stream())
                        .findFirst());
    }

    /**
     * What is wrong with it at a place.
     *
     * @param running the transaction there
     */
    Optional<Refusal> at(int evse, Optional<String> running) {
        if (evse < 0 || evse > rules.evses()) {
            return refuse("UnknownEvse", "evseId: " + evse + ", this station has 1 to " + rules.evses());
        }
        ChargingProfilePurpose purpose = profile.chargingProfilePurpose();
        if (purpose == CHARGING_STATION_EXTERNAL_CONSTRAINTS) {
            return refuse(INVALID, "chargingProfilePurpose: " + purpose + ", no CSMS sets it");
        } else if (purpose == CHARGING_STATION_MAX_PROFILE && evse != 0) {
            return refuse(INVALID, "evseId: " + evse + ", a profile for the station as a whole belongs to 0");
        }
        return purpose == TX_PROFILE ? transaction(evse, running) : withoutTransaction();
    }

    /** What the profiles that are there have against it. */
    Optional<Refusal> beside(Profiles present, int evse) {
        Optional<InstalledProfile> same = present.withId(profile.id());
        if (same.filter(other -> other.profile().chargingProfilePurpose() == CHARGING_STATION_EXTERNAL_CONSTRAINTS)
                .isPresent()) {
            return refuse(INVALID, "id: " + profile.id() + ", an external limit has it");
        }
        Optional<InstalledProfile> rival = rules.manners() == ProfileRules.Manners.EXACT
                ? present.those(other -> rivals(other, evse)).stream().findFirst()
                : Optional.empty();
        if (rival.isPresent()) {
            return refuse(
                    "DuplicateProfile",
                    "stackLevel: " + profile.stackLevel() + ", profile "
                            + rival.get().profile().id() + " has the same purpose and level");
        }
        int after = present.without(other -> replaces(other, evse)).installed().size() + 1;
        return after > rules.maxProfiles()
                ? refuse("TooManyElements", "profiles: " + after + ", this station keeps " + rules.maxProfiles())
                : Optional.empty();
    }

    /** Whether another one has to go when this one is installed. */
    boolean replaces(InstalledProfile other, int evse) {
        return other.profile().id() == profile.id()
                || (rules.manners() == ProfileRules.Manners.LENIENT
                        && other.serves(profile.chargingProfilePurpose(), evse)
                        && other.stackLevel() == profile.stackLevel());
    }

    private boolean rivals(InstalledProfile other, int evse) {
        boolean samePlace = other.evse() == evse || other.evse() == 0 || evse == 0;
        return other.profile().id() != profile.id()
                && other.profile().chargingProfilePurpose() == profile.chargingProfilePurpose()
                && other.stackLevel() == profile.stackLevel()
                && samePlace
                && other.overlaps(profile);
    }

    private Optional<Refusal> transaction(int evse, Optional<String> running) {
        Optional<String> meant = profile.transactionId();
        if (evse == 0) {
            return refuse(INVALID, "evseId: 0, a transaction has an EVSE of its own");
        } else if (meant.isEmpty() && rules.manners() == ProfileRules.Manners.EXACT) {
            return refuse("MissingParam", "transactionId: missing, a TxProfile names its transaction");
        } else if (running.isEmpty()) {
            return refuse("TxNotFound", "evseId: " + evse + ", no transaction there");
        } else if (meant.isPresent() && !meant.equals(running)) {
            return refuse("TxNotFound", "transactionId: " + meant.get() + ", not the one at EVSE " + evse);
        }
        return Optional.empty();
    }

    private Optional<Refusal> withoutTransaction() {
        return profile.transactionId().isPresent() && rules.manners() == ProfileRules.Manners.EXACT
                ? refuse(INVALID, "transactionId: given, but only a TxProfile has one")
                : Optional.empty();
    }

    private Optional<Refusal> level() {
        return profile.stackLevel() < 0 || profile.stackLevel() > rules.maxStackLevel()
                ? refuse(INVALID, "stackLevel: " + profile.stackLevel() + ", from 0 to " + rules.maxStackLevel())
                : Optional.empty();
    }

    private Optional<Refusal> kind() {
        boolean relative = profile.chargingProfileKind() == ChargingProfileKind.RELATIVE;
        boolean recurring = profile.chargingProfileKind() == ChargingProfileKind.RECURRING;
        boolean exact = rules.manners() == ProfileRules.Manners.EXACT;
        boolean dated = profile.chargingSchedule().stream()
                .allMatch(schedule -> schedule.startSchedule().isPresent());
        if (relative && profile.chargingProfilePurpose() == CHARGING_STATION_MAX_PROFILE) {
            return refuse(INVALID, "chargingProfileKind: Relative, but a station never begins to charge");
        } else if (recurring && profile.recurrencyKind().isEmpty()) {
            return refuse(INVALID, "recurrencyKind: missing, a Recurring profile has one");
        } else if ((recurring || (exact && !relative)) && !dated) {
            return refuse(INVALID_SCHEDULE, "startSchedule: missing, only a Relative profile goes without");
        }
        return Optional.empty();
    }

    private Optional<Refusal> schedule(ChargingSchedule schedule) {
        List<ChargingSchedulePeriod> periods = schedule.chargingSchedulePeriod();
        if (!rules.units().contains(schedule.chargingRateUnit())) {
            return refuse(
                    "UnsupportedRateUnit",
                    "chargingRateUnit: " + schedule.chargingRateUnit() + ", this station takes " + rules.units());
        } else if (periods.size() > rules.maxPeriods()) {
            return refuse(INVALID_SCHEDULE, "periods: " + periods.size() + ", at most " + rules.maxPeriods());
        } else if (schedule.duration().filter(seconds -> seconds < 0).isPresent()) {
            return refuse(INVALID_SCHEDULE, "duration: " + schedule.duration().get() + ", at least 0");
        } else if (periods.get(0).startPeriod() != 0) {
            return refuse(
                    INVALID_SCHEDULE,
                    "startPeriod: the first is " + periods.get(0).startPeriod() + ", not 0");
        }
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).startPeriod() <= periods.get(i - 1).startPeriod()) {
                return refuse(
                        INVALID_SCHEDULE,
                        "startPeriod: " + periods.get(i).startPeriod() + " is not later than the one before");
            }
        }
        return periods.stream().flatMap(period -> period(period).stream()).findFirst();
    }

    private Optional<Refusal> period(ChargingSchedulePeriod period) {
        if (period.limit().signum() < 0) {
            return refuse(INVALID_SCHEDULE, "limit: " + period.limit().toPlainString() + ", at least 0");
        } else if (period.numberPhases().filter(count -> count < 1 || count > 3).isPresent()) {
            return refuse(
                    INVALID_SCHEDULE, "numberPhases: " + period.numberPhases().get() + ", 1 to 3");
        } else if (period.phaseToUse().isEmpty()) {
            return Optional.empty();
        } else if (!rules.phaseSwitching()) {
            return refuse("UnsupportedParam", "phaseToUse: this station cannot choose");
        } else if (!period.numberPhases().equals(Optional.of(1))) {
            return refuse(INVALID_SCHEDULE, "phaseToUse: goes with numberPhases 1");
        }
        return period.phaseToUse().filter(line -> line < 1 || line > 3).isPresent()
                ? refuse(INVALID_SCHEDULE, "phaseToUse: " + period.phaseToUse().get() + ", 1 to 3")
                : Optional.empty();
    }

    @SafeVarargs
    private static Optional<Refusal> first(Optional<Refusal>... refusals) {
        return Stream.of(refusals).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refusal> refuse(String reasonCode, String detail) {
        return Optional.of(new Refusal(reasonCode, detail));
    }
}
