package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens after a command was answered: its result is posted, and charges start, go on and end. On workers only. */
final class CommandedCharges {
    private static final Logger LOG = LoggerFactory.getLogger(CommandedCharges.class);
    /** The answer to the command is to arrive before its result. */
    private static final long RESULT_AFTER_MILLIS = 100;

    private static final long READING_EVERY_MILLIS = 1000;
    private static final int MOST_READINGS = 120;
    /** What 11 kW give in a second, in whole Wh. */
    private static final BigDecimal PER_READING = new BigDecimal("0.003");

    private final Counterpart counterpart;

    CommandedCharges(Counterpart counterpart) {
        this.counterpart = counterpart;
    }

    void follow(
            Platform platform, String command, ObjectNode body, URI responseUrl, String result, Optional<Spot> spot) {
        LivingCharges charges = counterpart.charges(platform);
        later(RESULT_AFTER_MILLIS, () -> {
            charges.push()
                    .post(responseUrl, JsonNodeFactory.instance.objectNode().put("result", result));
            if (command.equals("START_SESSION") && result.equals("ACCEPTED") && spot.isPresent()) {
                started(charges, body, spot.get());
            } else if (command.equals("STOP_SESSION")) {
                charges.of(body.path("session_id").asText()).ifPresent(this::stopped);
            }
        });
    }

    private void started(LivingCharges charges, ObjectNode body, Spot spot) {
        if (body.path("token") instanceof ObjectNode token) {
            LivingCharge charge = charges.start(
                    token, spot, "COMMAND", CommandsReceiver.text(body, "authorization_reference"), Instant.now());
            goOn(charge, MOST_READINGS);
        }
    }

    private void goOn(LivingCharge charge, int readings) {
        if (readings > 0) {
            later(READING_EVERY_MILLIS, () -> {
                if (charge.isActive()) {
                    charge.more(PER_READING);
                    goOn(charge, readings - 1);
                }
            });
        }
    }

    private void stopped(LivingCharge charge) {
        if (charge.isActive()) {
            charge.more(PER_READING);
            charge.complete();
            charge.postCdr();
        }
    }

    private void later(long millis, Runnable work) {
        counterpart
                .vertx()
                .setTimer(
                        millis,
                        timer -> counterpart
                                .blocking(() -> {
                                    work.run();
                                    return true;
                                })
                                .onFailure(failure -> LOG.warn(
                                        "the tester's reaction to a command failed: {}", failure.getMessage())));
    }
}
