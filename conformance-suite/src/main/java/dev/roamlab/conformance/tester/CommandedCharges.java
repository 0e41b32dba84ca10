package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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
    private final Reservations reservations;

    CommandedCharges(Counterpart counterpart, Reservations reservations) {
        this.counterpart = counterpart;
        this.reservations = reservations;
    }

    /**
     * A command that was accepted.
     *
     * @param result what the station said to it
     * @param spot where, if the command names a place
     */
    record Order(
            Platform platform, String command, ObjectNode body, URI responseUrl, String result, Optional<Spot> spot) {}

    void follow(Order order) {
        LivingCharges charges = counterpart.charges(order.platform());
        later(RESULT_AFTER_MILLIS, () -> {
            charges.push()
                    .post(
                            order.responseUrl(),
                            JsonNodeFactory.instance.objectNode().put("result", order.result()));
            if (order.result().equals("ACCEPTED")) {
                done(order, charges);
            }
        });
    }

    private void done(Order order, LivingCharges charges) {
        switch (order.command()) {
            case "START_SESSION" -> order.spot().ifPresent(spot -> started(charges, order.body(), spot));
            case "STOP_SESSION" ->
                charges.of(order.body().path("session_id").asText()).ifPresent(this::stopped);
            case "RESERVE_NOW" ->
                order.spot().ifPresent(spot -> reservations.begin(order.platform(), charges, order.body(), spot));
            case "CANCEL_RESERVATION" -> reservations.cancel(order.platform(), order.body());
            default -> LOG.debug("{} has no consequence that could be told", order.command());
        }
    }

    private void started(LivingCharges charges, ObjectNode body, Spot spot) {
        Optional<LivingCharge> reserved = reservations.use(body, spot);
        reserved.ifPresent(LivingCharge::use);
        if (reserved.isPresent()) {
            goOn(reserved.get(), MOST_READINGS);
        } else if (body.path("token") instanceof ObjectNode token) {
            Optional<String> reference = CommandsReceiver.text(body, "authorization_reference");
            goOn(charges.start(token, spot, "COMMAND", reference, Instant.now()), MOST_READINGS);
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
                                .onFailure(CommandedCharges::told));
    }

    private static void told(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            LOG.debug("the tester has closed: what would have followed a command is left out");
        } else {
            LOG.warn("the tester's reaction to a command failed: {}", failure.getMessage());
        }
    }
}
