package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The profiles that a station has: immutable; stations without any share one.
 *
 * @param installed the highest stack level first; of equal ones, that of an EVSE before that of all
 */
public record Profiles(List<InstalledProfile> installed) {
    /** None at all. */
    public static final Profiles EMPTY = new Profiles(List.of());

    private static final Comparator<InstalledProfile> ORDER = Comparator.comparing(InstalledProfile::stackLevel)
            .reversed()
            .thenComparing(Comparator.comparing(InstalledProfile::evse).reversed());

    public Profiles {
        installed = List.copyOf(installed);
    }

    public boolean isEmpty() {
        return installed.isEmpty();
    }

    /** Those that fit, in order of precedence. */
    public List<InstalledProfile> those(Predicate<InstalledProfile> wanted) {
        return installed.stream().filter(wanted).toList();
    }

    /** One more. */
    public Profiles with(InstalledProfile more) {
        List<InstalledProfile> all = new ArrayList<>(installed);
        all.add(more);
        all.sort(ORDER);
        return new Profiles(all);
    }

    /** Without those that fit. */
    public Profiles without(Predicate<InstalledProfile> unwanted) {
        if (installed.stream().noneMatch(unwanted)) {
            return this;
        }
        List<InstalledProfile> left = those(unwanted.negate());
        return left.isEmpty() ? EMPTY : new Profiles(left);
    }

    /** What was meant for a transaction goes with it. */
    public Profiles afterTransaction(int evse) {
        return isEmpty() ? this : without(profile -> profile.serves(ChargingProfilePurpose.TX_PROFILE, evse));
    }

    Optional<InstalledProfile> withId(int id) {
        return installed.stream()
                .filter(profile -> profile.profile().id() == id)
                .findFirst();
    }
}
