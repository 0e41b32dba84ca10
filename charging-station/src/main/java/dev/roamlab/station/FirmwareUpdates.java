package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.security.SecurityEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How an update of the firmware goes on: download, check, wait, install, reboot. Spec: OCPP 2.0.1 L01, L02. */
final class FirmwareUpdates {
    private static final Duration INSTALLING = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofSeconds(10);

    private FirmwareUpdates() {}

    /** Whether nobody may start to charge because of an update that waits for the last transaction, or is being installed. */
    static boolean closes(StationState state) {
        return state.device()
                .firmware()
                .filter(update -> update.irrevocable()
                        || update.status() == FirmwareStatus.INSTALL_SCHEDULED
                                && update.due().isEmpty())
                .isPresent();
    }

    /** When the next stage begins, if time is all it waits for. */
    static Optional<Instant> due(StationState state) {
        return state.running() ? state.device().firmware().flatMap(FirmwareUpdate::due) : Optional.empty();
    }

    /** Does what can be done by now; after every event. */
    static void goOn(Turn turn) {
        if (!turn.state().running()) {
            turn.device().firmware().flatMap(FirmwareUpdate::order).ifPresent(order -> interrupted(turn, order));
            return;
        }
        Optional<FirmwareUpdate> due = turn.device().firmware().filter(update -> ready(turn, update));
        due.ifPresent(update -> nextStage(turn, update));
        turn.device().firmware().filter(update -> !update.told()).ifPresent(update -> tell(turn, update));
    }

    static void downloaded(Turn turn, StationEvent.Downloaded file) {
        Optional<FirmwareUpdate> waiting = awaiting(turn, file.ref());
        if (waiting.isEmpty()) {
            return;
        }
        FirmwareUpdate update = waiting.get()
                .withOrder(Optional.empty())
                .withVersion(Optional.of(FirmwareVersion.after(turn.state(), waiting.get(), file.version())));
        become(turn, update, FirmwareStatus.DOWNLOADED);
        if (update.signed()) {
            boolean valid = file.signatureValid().orElse(false) && !broken(turn, UpdateFault.SIGNATURE_INVALID);
            become(turn, current(turn), valid ? FirmwareStatus.SIGNATURE_VERIFIED : FirmwareStatus.INVALID_SIGNATURE);
            if (!valid) {
                Securing.tell(turn, SecurityEvent.INVALID_FIRMWARE_SIGNATURE, "the signature is not that of the file");
            }
        }
        if (!current(turn).finished()) {
            scheduleInstallation(turn);
        }
    }

    /** Whether the transfer was an update's. */
    static boolean failed(Turn turn, long ref) {
        Optional<FirmwareUpdate> waiting = awaiting(turn, ref);
        waiting.ifPresent(update -> downloadFailed(turn, update.withOrder(Optional.empty())));
        return waiting.isPresent();
    }

    /** Answers a question about the status: a failure is told again, what went well is over. */
    static void tellAgain(Turn turn) {
        Optional<FirmwareUpdate> last =
                turn.device().firmware().filter(update -> update.status() != FirmwareStatus.INSTALLED);
        turn.say(new Entry(
                new FirmwareStatusNotificationRequest(
                        last.map(FirmwareUpdate::status).orElse(FirmwareStatus.IDLE),
                        last.map(FirmwareUpdate::requestId)),
                false,
                0));
    }

    /** Takes a new order; the download begins at once or when its time has come. */
    static void begin(Turn turn, FirmwareUpdate update) {
        become(turn, update, update.status());
        if (update.status() == FirmwareStatus.DOWNLOADING) {
            download(turn, current(turn));
        }
    }

    private static boolean ready(Turn turn, FirmwareUpdate update) {
        if (update.status() == FirmwareStatus.INSTALL_REBOOTING) {
            return turn.state().uplink().accepted() && turn.state().restart().isEmpty();
        }
        boolean waitsForCars = update.status() == FirmwareStatus.INSTALL_SCHEDULED
                && update.due().isEmpty();
        return waitsForCars
                ? !charging(turn)
                : update.due().filter(at -> !at.isAfter(turn.now())).isPresent();
    }

    private static void nextStage(Turn turn, FirmwareUpdate update) {
        switch (update.status()) {
            case DOWNLOAD_SCHEDULED -> {
                become(turn, update.withDue(Optional.empty()), FirmwareStatus.DOWNLOADING);
                download(turn, current(turn));
            }
            case DOWNLOADING -> download(turn, update);
            case INSTALL_SCHEDULED -> install(turn);
            case INSTALLING -> installed(turn, update);
            case INSTALL_REBOOTING -> verified(turn, update);
            case IDLE,
                    DOWNLOADED,
                    DOWNLOAD_PAUSED,
                    SIGNATURE_VERIFIED,
                    INSTALLED,
                    DOWNLOAD_FAILED,
                    INSTALLATION_FAILED,
                    INVALID_SIGNATURE,
                    INSTALL_VERIFICATION_FAILED -> {}
        }
    }

    private static void download(Turn turn, FirmwareUpdate update) {
        Optional<URI> from = FileServer.at(update.firmware().location());
        if (from.isEmpty() || !turn.state().networkUp() || broken(turn, UpdateFault.DOWNLOAD_FAILS)) {
            downloadFailed(turn, update);
            return;
        }
        long ref = turn.nextRef();
        turn.order(new HostOrder.Download(
                ref,
                from.get(),
                update.firmware().signingCertificate(),
                update.firmware().signature()));
        put(turn, update.withDue(Optional.empty()).withOrder(Optional.of(ref)));
    }

    private static void downloadFailed(Turn turn, FirmwareUpdate update) {
        if (update.retriesLeft() == 0) {
            become(turn, update.withDue(Optional.empty()), FirmwareStatus.DOWNLOAD_FAILED);
            return;
        }
        put(
                turn,
                update.withRetriesLeft(update.retriesLeft() - 1)
                        .withDue(Optional.of(turn.now().plus(update.pause()))));
    }

    private static void scheduleInstallation(Turn turn) {
        FirmwareUpdate update = current(turn);
        Optional<Instant> date = update.firmware().installDateTime().filter(at -> at.isAfter(turn.now()));
        if (date.isPresent() || charging(turn)) {
            become(turn, update.withDue(date), FirmwareStatus.INSTALL_SCHEDULED);
        } else {
            install(turn);
        }
    }

    private static void install(Turn turn) {
        FirmwareUpdate update = current(turn);
        if (charging(turn)) {
            put(turn, update.withDue(Optional.empty())); // its date has come, and a car still charges
            return;
        }
        become(turn, update.withDue(Optional.of(turn.now().plus(INSTALLING))), FirmwareStatus.INSTALLING);
    }

    private static void installed(Turn turn, FirmwareUpdate update) {
        if (turn.state().restart().isPresent()) {
            put(turn, update.withDue(Optional.of(turn.now().plus(LATER))));
        } else if (broken(turn, UpdateFault.INSTALLATION_FAILS)) {
            become(turn, update.withDue(Optional.empty()), FirmwareStatus.INSTALLATION_FAILED);
        } else {
            become(turn, update.withDue(Optional.empty()), FirmwareStatus.INSTALL_REBOOTING);
            if (!broken(turn, UpdateFault.VERIFICATION_FAILS)) {
                turn.become(turn.device().withInstalled(update.version()));
            }
            Mishaps.restart(turn, StoppedReason.REBOOT, true, BootReason.FIRMWARE_UPDATE);
        }
    }

    private static void verified(Turn turn, FirmwareUpdate update) {
        boolean good = turn.device().installed().equals(update.version());
        become(turn, update, good ? FirmwareStatus.INSTALLED : FirmwareStatus.INSTALL_VERIFICATION_FAILED);
    }

    /** The lights went out in the middle of a download: it begins anew when they are on again. */
    private static void interrupted(Turn turn, long order) {
        turn.order(new HostOrder.Cancel(order));
        put(turn, current(turn).withOrder(Optional.empty()).withDue(Optional.of(turn.now())));
    }

    private static boolean charging(Turn turn) {
        return turn.state().connectors().stream()
                .anyMatch(connector -> connector.transaction().isPresent());
    }

    private static boolean broken(Turn turn, UpdateFault fault) {
        return turn.device().fault().filter(fault::equals).isPresent();
    }

    private static Optional<FirmwareUpdate> awaiting(Turn turn, long ref) {
        return turn.device()
                .firmware()
                .filter(update -> update.order().filter(order -> order == ref).isPresent());
    }

    private static FirmwareUpdate current(Turn turn) {
        return turn.device().firmware().orElseThrow();
    }

    private static void become(Turn turn, FirmwareUpdate update, FirmwareStatus status) {
        FirmwareUpdate changed = update.withStatus(status).withTold(false);
        put(turn, changed);
        tell(turn, changed);
    }

    private static void tell(Turn turn, FirmwareUpdate update) {
        if (turn.state().uplink().accepted()) {
            put(turn, update.withTold(true));
            turn.say(new Entry(
                    new FirmwareStatusNotificationRequest(update.status(), Optional.of(update.requestId())), false, 0));
        }
    }

    private static void put(Turn turn, FirmwareUpdate update) {
        turn.become(turn.device().withFirmware(Optional.of(update)));
    }
}
