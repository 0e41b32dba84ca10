package dev.roamlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeLogTest {
    private static final Message ANSWER = new Message("200", Map.of(), "{\"token\":\"secret\"}");

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-21T10:00:00Z"), SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final List<Exchange> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        log.subscribe(seen::add);
    }

    @Test
    void an_exchange_is_told_once_and_complete() {
        var open = log.begin(start("m1"));
        open.note("odd");
        clock.pass(java.time.Duration.ofSeconds(5));
        assertThat(seen).isEmpty();

        open.answered(ANSWER);
        open.answered(ANSWER);
        open.failed("too late");

        assertThat(seen).singleElement().satisfies(exchange -> {
            assertThat(exchange.id()).isEqualTo(1);
            assertThat(exchange.labTime()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
            assertThat(exchange.notes()).containsExactly("odd");
            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.toString()).doesNotContain("secret");
        });
    }

    @Test
    void the_called_side_leaves_alone_what_the_caller_records() {
        log.begin(start("m1"));

        assertThat(log.observe(start("m1"))).isEmpty();
        assertThat(log.observe(start("m2"))).isPresent();
        assertThat(log.observe(start("m2")))
                .as("a stranger's id may come again")
                .isPresent();
    }

    @Test
    void a_failure_is_told_without_an_answer() {
        log.begin(start("m1")).failed("time-out");

        assertThat(seen.get(0).response()).isEmpty();
        assertThat(seen.get(0).failure()).contains("time-out");
    }

    @Test
    void a_listener_that_fails_keeps_nothing_from_the_others() {
        List<Exchange> later = new CopyOnWriteArrayList<>();
        log.subscribe(exchange -> {
            throw new IllegalStateException("on purpose");
        });
        log.subscribe(later::add);

        log.begin(start("m1")).answered(ANSWER);

        assertThat(later).hasSize(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_subscription_ends() {
        List<Exchange> brief = new CopyOnWriteArrayList<>();
        var subscription = log.subscribe(brief::add);
        subscription.cancel();

        log.begin(start("m1")).answered(ANSWER);

        assertThat(brief).isEmpty();
    }

    private static ExchangeLog.Start start(String messageId) {
        return new ExchangeLog.Start(
                Protocol.OCPI,
                "2.3.0",
                "PUT tokens",
                "NL-VLT",
                "DE-KNT",
                messageId,
                "c",
                new Message("PUT /", Map.of("Authorization", "Token secret"), ""));
    }
}
