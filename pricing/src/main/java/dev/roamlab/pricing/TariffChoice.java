package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Picks the tariff for a session from those of a connector. */
public final class TariffChoice {
    private TariffChoice() {}

    /** The first that is valid at a moment, of whatever type. Spec: mod_tariffs_tariff_object. */
    public static Optional<Tariff> at(List<Tariff> tariffs, Instant start) {
        return tariffs.stream().filter(tariff -> isValid(tariff, start)).findFirst();
    }

    /**
     * The one for a session that starts at a moment: valid then, and of the type; else one without type, which is for every
     * session. A session without charging preference is REGULAR. Spec: mod_tariffs_tariff_type.
     */
    public static Optional<Tariff> of(List<Tariff> tariffs, Instant start, TariffType type) {
        List<Tariff> valid =
                tariffs.stream().filter(tariff -> isValid(tariff, start)).toList();
        return valid.stream()
                .filter(tariff -> tariff.type().filter(type::equals).isPresent())
                .findFirst()
                .or(() ->
                        valid.stream().filter(tariff -> tariff.type().isEmpty()).findFirst());
    }

    /** Whether a session that starts at a moment may use the tariff. The last moment still counts. */
    public static boolean isValid(Tariff tariff, Instant start) {
        return tariff.startDateTime().filter(start::isBefore).isEmpty()
                && tariff.endDateTime().filter(start::isAfter).isEmpty();
    }
}
