package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A further version is a further dialect, and nothing else changes. */
class SecondDialectTest {
    private static final Dialect NEXT = new DialectV201();

    @Test
    void the_version_that_a_station_prefers_is_chosen() {
        try (var lab = new Lab(settings -> settings.withDialects(List.of(NEXT, new DialectV16())))) {
            var station = lab.station("CP-1").connected();

            assertThat(station.link.version()).contains("2.0.1");
            assertThat(next(lab.csms.opened).version()).isEqualTo("2.0.1");
            assertThat(now(station.link.call(new HeartbeatRequest())).currentTime())
                    .isEqualTo(Lab.NOON);
            assertThat(lab.exchanges.get(0).version()).isEqualTo("2.0.1");
        }
    }

    @Test
    void an_old_station_is_served_in_its_old_version() {
        try (var lab = new Lab(settings -> settings.withDialects(List.of(NEXT, new DialectV16())))) {
            var old = RawStation.connect(lab, "CP-1");

            assertThat(next(lab.csms.opened).version()).isEqualTo("1.6");
            old.say("[2,\"7\",\"Heartbeat\",{}]");
            assertThat(next(old.received)).startsWith("[3,\"7\"");
        }
    }

    @Test
    void what_has_no_readable_id_is_answered_where_the_version_asks_for_it() {
        try (var lab = new Lab(settings -> settings.withDialects(List.of(NEXT)))) {
            var bad = RawStation.connect(lab, "CP-1", List.of("ocpp2.0.1"));

            bad.say("garbage");
            assertThat(next(bad.received)).startsWith("[4,\"-1\",\"RpcFrameworkError\",\"frame: no JSON");
            bad.say("[9,\"7\",\"Heartbeat\",{}]");
            assertThat(next(bad.received)).startsWith("[4,\"7\",\"MessageTypeNotSupported\",");
        }
    }
}
