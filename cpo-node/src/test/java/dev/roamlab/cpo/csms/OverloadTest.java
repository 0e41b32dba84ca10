package dev.roamlab.cpo.csms;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Boots that come faster than they can be saved, and how much is counted. */
class OverloadTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void boots_beyond_what_can_be_saved_are_put_off_each_for_another_while() throws Exception {
        AtomicInteger waiting = new AtomicInteger(9);
        BootGate gate = new BootGate(10, waiting::get);
        BootNotificationResponse yes = new BootNotificationResponse(NOW, 300, RegistrationStatus.ACCEPTED);

        assertThat(boot(gate, "A", yes)).isEqualTo(yes);
        waiting.set(10);
        Set<Integer> pauses = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            BootNotificationResponse later = boot(gate, "STATION-" + i, yes);
            assertThat(later.status()).isEqualTo(RegistrationStatus.PENDING);
            assertThat(later.interval()).isBetween(10, 40);
            pauses.add(later.interval());
        }

        assertThat(pauses).hasSizeGreaterThan(10);
        assertThat(gate.postponed()).isEqualTo(50);
    }

    private static BootNotificationResponse boot(BootGate gate, String id, BootNotificationResponse yes)
            throws Exception {
        return gate.boot(id, NOW, () -> Future.succeededFuture(yes)).await(1, SECONDS);
    }

    @Test
    void a_rate_is_that_of_the_last_ten_whole_seconds() {
        Pulse pulse = new Pulse();
        for (int second = 0; second < 20; second++) {
            pulse.add(NOW.plusSeconds(second), 5);
        }

        assertThat(pulse.rate(NOW.plusSeconds(20))).isEqualTo(5);
        assertThat(pulse.rate(NOW.plusSeconds(25))).isEqualTo(2.5);
        assertThat(pulse.rate(NOW.plusSeconds(90))).isZero();
        assertThat(pulse.total()).isEqualTo(100);
    }
}
