package dev.roamlab.station.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.RecurrencyKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random heaps of profiles: what the engine says from change to change is what the oracle says second by second. */
class LimitsPropertiesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration LOOK = Duration.ofHours(3);
    private static final Supply SOCKET = new Supply(false, 230, 3, true, 22_080, 32);
    private static final String TRANSACTION = "tx";

    @RepeatedTest(80)
    void limits_are_those_of_the_slow_oracle(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Profiles profiles = heap(random);
        Instant begun = NOW.minusSeconds(random.nextInt(3_600));
        Place place = new Place(1, Optional.of(new Place.Running(TRANSACTION, begun)), SOCKET);
        SlowOracle oracle = new SlowOracle(profiles.installed(), 1, TRANSACTION, begun, 230);

        Instant at = NOW;
        Ceiling ceiling = Limits.ofEvse(profiles, place, at);
        for (; at.isBefore(NOW.plus(LOOK)); at = at.plusSeconds(1)) {
            if (!at.isBefore(ceiling.until())) {
                ceiling = Limits.ofEvse(profiles, place, at);
            }
            assertThat(ceiling.limit().amps()).as("at %s of %s", at, profiles).isCloseTo(oracle.amps(at), within(1e-9));
        }
    }

    @RepeatedTest(40)
    void a_composite_schedule_says_what_holds_at_every_second(RepetitionInfo repetition) {
        Random random = new Random(10_000 + repetition.getCurrentRepetition());
        Profiles profiles = heap(random);
        Place place = new Place(1, Optional.of(new Place.Running(TRANSACTION, NOW)), SOCKET);
        SlowOracle oracle = new SlowOracle(profiles.installed(), 1, TRANSACTION, NOW, 230);

        List<ChargingSchedulePeriod> periods = Composition.periods(
                        at -> Limits.ofEvse(profiles, place, at), SOCKET, ChargingRateUnit.A, NOW, LOOK)
                .periods();

        assertThat(periods.get(0).startPeriod()).isZero();
        int period = 0;
        for (int second = 0; second < LOOK.toSeconds(); second++) {
            if (period + 1 < periods.size() && periods.get(period + 1).startPeriod() <= second) {
                period++;
            }
            double expected = Math.min(32, oracle.amps(NOW.plusSeconds(second)));
            assertThat(periods.get(period).limit().doubleValue())
                    .as("second %d", second)
                    .isCloseTo(expected, within(0.051));
        }
    }

    private static Profiles heap(Random random) {
        Profiles profiles = Profiles.EMPTY;
        int count = random.nextInt(6);
        for (int id = 1; id <= count; id++) {
            profiles = profiles.with(profile(random, id));
        }
        return profiles;
    }

    private static InstalledProfile profile(Random random, int id) {
        ChargingProfilePurpose purpose = pick(
                random,
                List.of(
                        ChargingProfilePurpose.TX_PROFILE,
                        ChargingProfilePurpose.TX_DEFAULT_PROFILE,
                        ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS));
        ChargingProfileKind kind = pick(random, List.of(ChargingProfileKind.values()));
        int evse = purpose == ChargingProfilePurpose.TX_DEFAULT_PROFILE ? random.nextInt(3) : 1;
        Optional<Instant> start =
                kind == ChargingProfileKind.RELATIVE ? Optional.empty() : Optional.of(around(random, 7_200));
        Optional<String> transaction = purpose == ChargingProfilePurpose.TX_PROFILE && random.nextBoolean()
                ? Optional.of(random.nextInt(3) == 0 ? "another" : TRANSACTION)
                : Optional.empty();
        ChargingProfile profile = new ChargingProfile(
                id,
                id, // levels differ: which of two equal ones wins is nobody's promise
                purpose,
                kind,
                kind == ChargingProfileKind.RECURRING
                        ? Optional.of(pick(random, List.of(RecurrencyKind.values())))
                        : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(around(random, 5_000)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(around(random, 9_000)) : Optional.empty(),
                List.of(schedule(random, start.map(at -> shifted(random, kind, at)))),
                transaction);
        return new InstalledProfile(evse, ChargingLimitSource.CSO, NOW, profile);
    }

    private static Instant shifted(Random random, ChargingProfileKind kind, Instant at) {
        return kind == ChargingProfileKind.RECURRING ? at.minus(Duration.ofDays(random.nextInt(16))) : at;
    }

    private static ChargingSchedule schedule(Random random, Optional<Instant> start) {
        ChargingRateUnit unit = pick(random, List.of(ChargingRateUnit.values()));
        List<ChargingSchedulePeriod> periods = new ArrayList<>();
        int at = 0;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int figure = unit == ChargingRateUnit.A ? random.nextInt(40) : random.nextInt(25_000);
            Optional<Integer> phases = random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(3));
            periods.add(new ChargingSchedulePeriod(at, BigDecimal.valueOf(figure), phases, Optional.empty()));
            at += 1 + random.nextInt(3_000);
        }
        Optional<Integer> duration = random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(10_000));
        return new ChargingSchedule(1, start, duration, unit, periods, Optional.empty(), Optional.empty());
    }

    private static Instant around(Random random, int seconds) {
        return NOW.plusSeconds(random.nextInt(2 * seconds) - seconds);
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
