package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.HEARTBEAT_INTERVAL;

import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.Step.LinkOrder;
import dev.roamlab.station.Uplink.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Connecting, booting, heartbeats, and coming back after a loss. */
final class Connecting {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** Between two boots where the CSMS leaves the choice to the station. */
    private static final Duration BOOT_RETRY = Duration.ofSeconds(30);

    private Connecting() {}

    static void request(Turn turn) {
        turn.become(turn.state().withWanted(true));
        if (turn.state().uplink().phase() == Phase.DOWN) {
            connect(turn);
        }
    }

    /** Begins to connect where that makes sense, else leaves the link down. */
    static void connect(Turn turn) {
        StationState state = turn.state();
        if (state.wanted() && state.networkUp() && state.running()) {
            become(turn, state.uplink().withPhase(Phase.CONNECTING).withDue(Optional.empty()));
            turn.link(LinkOrder.OPEN);
        }
    }

    static void connected(Turn turn, Idiom idiom) {
        Uplink uplink = turn.state().uplink();
        if (uplink.phase() != Phase.CONNECTING) {
            return;
        }
        turn.become(turn.state().withIdiom(idiom));
        Securing.connected(turn);
        if (uplink.registered()) {
            accept(turn);
        } else {
            boot(turn, turn.state().bootReason());
        }
    }

    static void disconnected(Turn turn, double jitter) {
        Uplink uplink = turn.state().uplink();
        if (uplink.phase() == Phase.DOWN || uplink.phase() == Phase.BACKING_OFF) {
            return;
        }
        int attempts = uplink.attempts() + 1;
        Securing.disconnected(turn, attempts);
        become(
                turn,
                new Uplink(
                        Phase.BACKING_OFF,
                        Optional.of(turn.now().plus(pause(attempts, jitter))),
                        attempts,
                        uplink.registered(),
                        Optional.empty()));
        forgetWhatWasOut(turn);
    }

    /** From 5 seconds doubling to 5 minutes, of which jitter takes up to half away. */
    static Duration pause(int attempts, double jitter) {
        Duration longest = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        if (longest.compareTo(LONGEST_PAUSE) > 0) {
            longest = LONGEST_PAUSE;
        }
        return Duration.ofMillis((long) (longest.toMillis() * (1 - jitter / 2)));
    }

    static void loseNetwork(Turn turn) {
        turn.become(turn.state().withNetworkUp(false));
        hangUp(turn);
    }

    static void restoreNetwork(Turn turn) {
        turn.become(turn.state().withNetworkUp(true));
        if (turn.state().uplink().phase() == Phase.DOWN) {
            connect(turn);
        }
    }

    /** Closes the link; charging goes on without it. */
    static void hangUp(Turn turn) {
        if (turn.state().uplink().phase() != Phase.DOWN) {
            turn.link(LinkOrder.CLOSE);
        }
        become(turn, Uplink.DOWN.withRegistered(turn.state().uplink().registered()));
        forgetWhatWasOut(turn);
    }

    /** Hangs up, and connects anew a moment later. */
    static void reconnect(Turn turn) {
        hangUp(turn);
        become(
                turn,
                turn.state()
                        .uplink()
                        .withPhase(Phase.BACKING_OFF)
                        .withDue(Optional.of(turn.now().plus(A_MOMENT))));
    }

    static void boot(Turn turn, BootReason reason) {
        long ref = turn.send(Messages.boot(turn.state(), reason));
        become(
                turn,
                turn.state()
                        .uplink()
                        .withPhase(Phase.BOOTING)
                        .withAttempts(0)
                        .withDue(Optional.empty())
                        .withAskedAs(Optional.of(ref)));
    }

    static void booted(Turn turn, BootNotificationResponse response) {
        Duration interval = Duration.ofSeconds(Math.max(0, response.interval()));
        if (response.status() == RegistrationStatus.ACCEPTED) {
            if (!interval.isZero()) {
                turn.become(turn.state()
                        .withConfiguration(turn.configuration()
                                .change(HEARTBEAT_INTERVAL.wireName(), Long.toString(interval.toSeconds()))
                                .configuration()));
            }
            boolean fresh = !turn.state().uplink().registered();
            accept(turn);
            if (fresh) {
                Securing.started(turn);
            }
            return;
        }
        Duration pause = interval.isZero() ? BOOT_RETRY : interval;
        if (response.status() == RegistrationStatus.REJECTED) {
            // A rejected station may neither ask nor answer: it hangs up until it may boot again.
            hangUp(turn);
            become(
                    turn,
                    Uplink.DOWN
                            .withPhase(Phase.BACKING_OFF)
                            .withDue(Optional.of(turn.now().plus(pause))));
        } else {
            bootAgainIn(turn, pause);
        }
    }

    static void bootFailed(Turn turn) {
        bootAgainIn(turn, BOOT_RETRY);
    }

    static void heartbeat(Turn turn) {
        turn.send(new HeartbeatRequest());
        scheduleHeartbeat(turn);
    }

    static void scheduleHeartbeat(Turn turn) {
        Instant next = turn.now().plus(turn.configuration().seconds(HEARTBEAT_INTERVAL));
        become(turn, turn.state().uplink().withDue(Optional.of(next)));
    }

    private static void accept(Turn turn) {
        become(
                turn,
                turn.state()
                        .uplink()
                        .withPhase(Phase.ACCEPTED)
                        .withAttempts(0)
                        .withRegistered(true)
                        .withAskedAs(Optional.empty()));
        scheduleHeartbeat(turn);
    }

    private static void bootAgainIn(Turn turn, Duration pause) {
        become(
                turn,
                turn.state()
                        .uplink()
                        .withAskedAs(Optional.empty())
                        .withDue(Optional.of(turn.now().plus(pause))));
    }

    /** No answer will come any more to what was out: statuses have to be told again, tokens are judged locally. */
    private static void forgetWhatWasOut(Turn turn) {
        for (Entry entry : turn.state().outbox().entries()) {
            if (!entry.kept()) {
                Statuses.forget(turn, entry.connector());
            }
        }
        turn.become(turn.state().withOutbox(turn.state().outbox().cutOff()));
        for (ConnectorState connector : turn.state().connectors()) {
            Authorising.unanswered(turn, connector.number());
        }
    }

    private static void become(Turn turn, Uplink uplink) {
        turn.become(turn.state().withUplink(uplink));
    }
}
