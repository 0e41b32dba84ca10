package dev.roamlab.cli.chargers;

import dev.roamlab.lab.LabClock;
import dev.roamlab.station.behaviour.Span;
import dev.roamlab.station.drama.DramaKind;
import dev.roamlab.station.drama.Dramas;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A drama as people write it: {@code blackout share=50 lasts=2m}, with {@code at=5m} when it is to begin later.
 *
 * @param kind absent: all that are under way end
 */
record DramaOrder(Optional<DramaKind> kind, Map<String, String> settings, Duration at) {
    static final String END = "end";

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    static DramaOrder of(String text) {
        List<String> words = Arrays.asList(text.strip().split("[ ,]+"));
        if (words.get(0).equals(END)) {
            return new DramaOrder(Optional.empty(), Map.of(), Duration.ZERO);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + word + "' is no setting such as lasts=2m");
            }
            settings.put(word.substring(0, equals), word.substring(equals + 1));
        }
        String at = settings.remove("at");
        Duration delay = at == null ? Duration.ZERO : Span.parse(at).to();
        return new DramaOrder(Optional.of(DramaKind.of(words.get(0))), settings, delay);
    }

    void carryOut(Dramas dramas, LabClock clock) {
        if (at.isZero()) {
            now(dramas);
        } else {
            clock.schedule(at, () -> now(dramas));
        }
    }

    private void now(Dramas dramas) {
        kind.ifPresentOrElse(chosen -> dramas.begin(chosen, settings), dramas::endAll);
    }
}
