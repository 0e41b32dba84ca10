package dev.roamlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void the_same_seed_and_owner_give_the_same_ids() {
        assertThat(ten(Ids.seeded(7, "cpo")::uuid)).isEqualTo(ten(Ids.seeded(7, "cpo")::uuid));
        assertThat(ten(() -> Ids.seeded(7, "cpo").secret(20)))
                .hasSize(10)
                .containsOnly(Ids.seeded(7, "cpo").secret(20));
    }

    @Test
    void another_seed_or_owner_gives_others() {
        assertThat(ten(Ids.seeded(7, "cpo")::uuid))
                .doesNotContainAnyElementsOf(ten(Ids.seeded(7, "emsp")::uuid))
                .doesNotContainAnyElementsOf(ten(Ids.seeded(8, "cpo")::uuid));
    }

    @Test
    void one_stream_does_not_move_another() {
        Ids alone = Ids.seeded(7, "cpo");
        List<String> expected = ten(alone::uuid);
        Ids cpo = Ids.seeded(7, "cpo");
        Ids emsp = Ids.seeded(7, "emsp");

        assertThat(ten(() -> {
                    emsp.secret(5);
                    return cpo.uuid();
                }))
                .isEqualTo(expected);
    }

    @Test
    void a_uuid_says_that_it_is_random() {
        assertThat(ten(Ids.unpredictable()::uuid)).allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(4);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        });
        assertThat(ten(Ids.unpredictable()::uuid)).doesNotHaveDuplicates();
    }

    @Test
    void numbers_stay_within_their_bounds() {
        Ids ids = Ids.seeded(1, "x");

        assertThat(Stream.generate(() -> ids.number(3)).limit(100)).containsOnly(0, 1, 2);
        assertThat(Stream.generate(ids::fraction).limit(100)).allMatch(fraction -> fraction >= 0 && fraction < 1);
        assertThat(ids.secret(40)).matches("[A-Za-z2-9]{40}");
    }

    private static List<String> ten(Supplier<String> ids) {
        return Stream.generate(ids).limit(10).toList();
    }
}
