package dev.roamlab.conformance.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a partner demands beyond the specification, as the operator declared it. What is not declared is not judged.
 *
 * @param maxAnswer the longest time for an answer
 * @param maxPageSize the most objects in a page
 * @param maxDateWindowDays the most days that a pull may ask for
 * @param routingAlways whether every functional message has routing headers
 * @param https whether every published URL is https
 * @param pushed modules whose changes must be pushed
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record HouseRules(
        Optional<Duration> maxAnswer,
        Optional<Integer> maxPageSize,
        Optional<Integer> maxDateWindowDays,
        boolean routingAlways,
        boolean https,
        Set<String> pushed) {
    /** Nothing is declared. */
    public static final HouseRules NONE =
            new HouseRules(Optional.empty(), Optional.empty(), Optional.empty(), false, false, Set.of());

    public HouseRules {
        pushed = Set.copyOf(pushed);
    }

    /** Whether a rule of the catalogue's file {@code profile.yaml} is declared. */
    public boolean declares(String id) {
        return switch (id) {
            case "PRO-001" -> maxAnswer.isPresent();
            case "PRO-002" -> maxPageSize.isPresent();
            case "PRO-003" -> maxDateWindowDays.isPresent();
            case "PRO-004" -> routingAlways;
            case "PRO-005" -> https;
            case "PRO-006" -> !pushed.isEmpty();
            default -> throw new IllegalArgumentException(id + " is no house rule");
        };
    }
}
