package dev.roamlab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> OPTIONS = List.of("--speed", "--seed", "--store", "--no-color");

    @ParameterizedTest
    @CsvSource({"--sped,--speed", "--SPEED,--speed", "--sede,--seed", "--no-colour,--no-color", "-store,--store"})
    void the_closest_candidate_is_suggested(String typed, String meant) {
        assertThat(Suggestions.closest(typed, OPTIONS)).contains(meant);
    }

    @Test
    void nothing_is_suggested_for_a_word_unlike_all() {
        assertThat(Suggestions.didYouMean("--frobnicate", OPTIONS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"speed,speed,0", "speed,sped,1", "speed,pseed,1", "speed,speeds,1", "'',abc,3"})
    void distance_counts_slips_of_the_finger(String from, String to, int slips) {
        assertThat(Suggestions.distance(from, to)).isEqualTo(slips);
    }
}
