package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Sums over charging periods. */
final class Periods {
    private Periods() {}

    /** The energy of all of them; empty when none has any. */
    static Optional<BigDecimal> energy(JsonNode periods) {
        return sum(periods, "ENERGY");
    }

    /** The volumes of a dimension; empty when no period has it. */
    static Optional<BigDecimal> sum(JsonNode periods, String dimension) {
        Optional<BigDecimal> sum = Optional.empty();
        for (JsonNode period : periods) {
            Optional<BigDecimal> volume = volume(period, dimension);
            if (volume.isPresent()) {
                sum = Optional.of(sum.orElse(BigDecimal.ZERO).add(volume.get()));
            }
        }
        return sum;
    }

    /** The volume of a dimension in one of them. */
    static Optional<BigDecimal> volume(JsonNode period, String dimension) {
        for (JsonNode one : period.path("dimensions")) {
            if (one.path("type").asText().equals(dimension)
                    && one.path("volume").isNumber()) {
                return Optional.of(one.path("volume").decimalValue());
            }
        }
        return Optional.empty();
    }
}
