package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.StationState.Power;
import dev.roamlab.station.StationState.Restart;
import dev.roamlab.station.security.SecurityEvent;
import java.time.Duration;
import java.util.Optional;

/** Faults, power cuts and restarts. */
final class Mishaps {
    /** From the answer to a reset until the lights go out: time for what is on the wire. */
    static final Duration GRACE = Duration.ofSeconds(1);
    /** How long a graceful restart waits for what is still to be told. */
    static final Duration LONGEST_GRACE = Duration.ofSeconds(10);

    private static final Duration BOOT_TIME = Duration.ofSeconds(10);

    private Mishaps() {}

    static void fault(Turn turn, int number, ErrorCode code) {
        tellProblem(turn, number, Optional.of(code));
        if (number == 0) {
            turn.become(turn.state().withFault(Optional.of(code)));
        } else if (turn.state().connector(number).isPresent()) {
            turn.change(number, faulty -> faulty.withFault(Optional.of(code)));
        }
        for (ConnectorState connector : turn.state().connectors()) {
            if (number == 0 || connector.number() == number) {
                suffer(turn, connector.number(), code);
            }
        }
    }

    static void clear(Turn turn, int number) {
        tellProblem(turn, number, Optional.empty());
        if (number == 0) {
            turn.become(turn.state().withFault(Optional.empty()));
        } else if (turn.state().connector(number).isPresent()) {
            turn.change(number, mended -> mended.withFault(Optional.empty()));
        }
    }

    /** What was wrong is not any more; what is wrong now is told, unless it was before. */
    private static void tellProblem(Turn turn, int number, Optional<ErrorCode> next) {
        if (number != 0 && turn.state().connector(number).isEmpty()) {
            return;
        }
        Optional<ErrorCode> before =
                number == 0 ? turn.state().fault() : turn.connector(number).fault();
        if (!before.equals(next)) {
            before.ifPresent(code -> Monitoring.problem(turn, number, code, true));
            next.ifPresent(code -> Monitoring.problem(turn, number, code, false));
        }
    }

    static void emergencyStop(Turn turn) {
        Transactions.endAll(turn, StoppedReason.EMERGENCY_STOP, TriggerReason.ABNORMAL_CONDITION);
    }

    static void stop(Turn turn, int number) {
        if (turn.state().connector(number).isPresent()) {
            Transactions.end(turn, number, StoppedReason.OTHER, TriggerReason.ABNORMAL_CONDITION, Optional.empty());
        }
    }

    /** A battery keeps the books: the transactions end now, and the CSMS is told once the station is back. */
    static void losePower(Turn turn) {
        if (turn.state().power() == Power.ON) {
            Transactions.endAll(turn, StoppedReason.POWER_LOSS, TriggerReason.ABNORMAL_CONDITION);
            goDark(turn);
            turn.become(turn.state().withPower(Power.OFF).withRestart(Optional.empty()));
        }
    }

    static void restorePower(Turn turn) {
        if (turn.state().power() == Power.OFF) {
            turn.become(turn.state()
                    .withPower(Power.ON)
                    .withBootReason(BootReason.POWER_UP)
                    .withRestart(Optional.of(new Restart(turn.now().plus(BOOT_TIME), false, true))));
        }
    }

    static void reboot(Turn turn) {
        restart(turn, StoppedReason.REBOOT, true, BootReason.LOCAL_RESET);
    }

    /** Ends all transactions and restarts soon. */
    static void restart(Turn turn, StoppedReason reason, boolean graceful, BootReason bootReason) {
        if (turn.state().running() && turn.state().restart().isEmpty()) {
            Transactions.endAll(turn, reason, TriggerReason.RESET_COMMAND);
            Securing.tell(turn, SecurityEvent.RESET_OR_REBOOT, "boot reason will be " + bootReason);
            turn.become(turn.state()
                    .withBootReason(bootReason)
                    .withRestart(Optional.of(new Restart(turn.now().plus(GRACE), graceful, false))));
        }
    }

    /** The next stage of a restart, where it is due. */
    static void restartIfDue(Turn turn) {
        Optional<Restart> due =
                turn.state().restart().filter(restart -> !restart.at().isAfter(turn.now()));
        if (due.isEmpty()) {
            return;
        }
        if (due.get().down()) {
            turn.become(turn.state().withRestart(Optional.empty()));
            Connecting.connect(turn);
        } else if (!due.get().mustWait(turn.state(), turn.now())) {
            goDark(turn);
            turn.become(turn.state()
                    .withRestart(Optional.of(new Restart(turn.now().plus(BOOT_TIME), false, true)))
                    .withConfiguration(turn.configuration().rebooted()));
        }
    }

    private static void suffer(Turn turn, int number, ErrorCode code) {
        if (Severity.of(code) == Severity.ENDS) {
            Transactions.end(turn, number, Severity.reason(code), TriggerReason.ABNORMAL_CONDITION, Optional.empty());
            Openings.close(turn, number, Severity.reason(code), TriggerReason.ABNORMAL_CONDITION);
        }
        if (Severity.of(code).preventsCharging()) {
            Authorising.drop(turn, number);
        }
    }

    /** The lights go out: only what is kept in memory that lasts stays. */
    private static void goDark(Turn turn) {
        for (ConnectorState connector : turn.state().connectors()) {
            Authorising.drop(turn, connector.number());
        }
        Connecting.hangUp(turn);
        turn.become(turn.state().withUplink(Uplink.DOWN));
        Statuses.forgetAll(turn);
    }
}
