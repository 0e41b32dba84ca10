package dev.roamlab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What central systems do in the field, and our charger copes with. */
class OddCentralSystemsTest {
    /** A minute of the charger's is a second here. */
    private static final double SPEED = 60;

    static Stream<Dialect> dialects() {
        return Stream.of(new DialectV16(), new DialectV201());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void it_asks_before_it_has_answered_the_boot(Dialect dialect) throws Exception {
        try (OddCsms csms = new OddCsms(dialect.subprotocol(), false);
                OurCharger charger = charger(csms, dialect)) {
            JsonNode boot = csms.call("BootNotification");

            csms.say("[2,\"early\",\"ClearCache\",{}]");
            JsonNode answer = csms.answer("early");
            csms.boot(boot.path(1).asText(), 300);

            assertThat(answer.path(0).asInt()).isIn(3, 4);
            csms.call("StatusNotification");
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void it_answers_the_boot_after_a_minute(Dialect dialect) throws Exception {
        try (OddCsms csms = new OddCsms(dialect.subprotocol(), false);
                OurCharger charger = charger(csms, dialect)) {
            JsonNode boot = csms.call("BootNotification");
            charger.pass(Duration.ofMinutes(1));
            csms.boot(boot.path(1).asText(), 300);

            csms.call("StatusNotification");
            assertThat(csms.heard("BootNotification")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 86_400})
    void its_heartbeat_interval_is_nothing_or_a_day(int seconds) throws Exception {
        try (OddCsms csms = new OddCsms("ocpp1.6", false);
                OurCharger charger = charger(csms, new DialectV16())) {
            csms.boot(csms.call("BootNotification").path(1).asText(), seconds);
            csms.call("StatusNotification");

            charger.pass(Duration.ofMinutes(2));
            csms.say("[2,\"alive\",\"ClearCache\",{}]");

            assertThat(csms.answer("alive").path(0).asInt()).isEqualTo(3);
            assertThat(csms.heard("Heartbeat")).as("no storm").isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void it_hangs_up_without_a_word(Dialect dialect) throws Exception {
        try (OddCsms csms = new OddCsms(dialect.subprotocol(), true);
                OurCharger charger = charger(csms, dialect)) {
            csms.call("StatusNotification");
            csms.hangUp();

            assertThat(charger.until(() ->
                            csms.connections() == 2 && charger.station.state().accepted()))
                    .isTrue();
        }
    }

    @Test
    void it_asks_for_an_empty_list_of_keys() throws Exception {
        try (OddCsms csms = new OddCsms("ocpp1.6", true);
                OurCharger charger = charger(csms, new DialectV16())) {
            csms.call("StatusNotification");

            csms.say("[2,\"keys\",\"GetConfiguration\",{\"key\":[]}]");

            assertThat(csms.answer("keys").at("/2/configurationKey").size()).isGreaterThan(20);
            assertThat(charger.station.state().accepted()).isTrue();
        }
    }

    private static OurCharger charger(OddCsms csms, Dialect dialect) throws Exception {
        return new OurCharger(csms.url(), dialect, "post-22-twin", SPEED);
    }
}
