package dev.roamlab.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.json.Binder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixturesTest {
    static Stream<Record> fixtures() {
        return Stream.of(
                Fixtures.aToken().build(),
                Fixtures.aLocation().build(),
                Fixtures.anEvse().build(),
                Fixtures.aConnector().build(),
                Fixtures.aTariff().build(),
                Fixtures.aSession().build(),
                Fixtures.aCdr().build(),
                Fixtures.anAuthorizationInfo().build(),
                Fixtures.aStartSession().build(),
                Fixtures.aReserveNow().build(),
                Fixtures.aCancelReservation(),
                Fixtures.aStopSession(),
                Fixtures.anUnlockConnector(),
                Fixtures.credentials());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_fixture_is_valid_and_survives_the_wire(Record fixture) throws Exception {
        assertThat(Binder.decode(fixture.getClass(), Binder.encode(fixture))).isEqualTo(fixture);
    }
}
