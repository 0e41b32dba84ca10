package dev.roamlab.station;

import dev.roamlab.station.StationEvent.Answered;
import dev.roamlab.station.StationEvent.CallFailed;
import dev.roamlab.station.StationEvent.CarPaused;
import dev.roamlab.station.StationEvent.CarResumed;
import dev.roamlab.station.StationEvent.ConnectRequested;
import dev.roamlab.station.StationEvent.Connected;
import dev.roamlab.station.StationEvent.Disconnected;
import dev.roamlab.station.StationEvent.Downloaded;
import dev.roamlab.station.StationEvent.EmergencyStopPressed;
import dev.roamlab.station.StationEvent.ExternalLimitCleared;
import dev.roamlab.station.StationEvent.ExternalLimitSet;
import dev.roamlab.station.StationEvent.FaultCleared;
import dev.roamlab.station.StationEvent.FaultDetected;
import dev.roamlab.station.StationEvent.LimitSet;
import dev.roamlab.station.StationEvent.NetworkLost;
import dev.roamlab.station.StationEvent.NetworkRestored;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.PowerLost;
import dev.roamlab.station.StationEvent.PowerRestored;
import dev.roamlab.station.StationEvent.QuotaSet;
import dev.roamlab.station.StationEvent.RebootTriggered;
import dev.roamlab.station.StationEvent.Requested;
import dev.roamlab.station.StationEvent.SigningRequestMade;
import dev.roamlab.station.StationEvent.StoppedForOtherReason;
import dev.roamlab.station.StationEvent.TimeReached;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.StationEvent.TransferFailed;
import dev.roamlab.station.StationEvent.Unplugged;
import dev.roamlab.station.StationEvent.UpdateFaultSet;
import dev.roamlab.station.StationEvent.Uploaded;

/** Which event is whose business. */
final class Happenings {
    private Happenings() {}

    static void play(Turn turn, StationEvent event) {
        if (!link(turn, event) && !driver(turn, event) && !mishap(turn, event) && !file(turn, event)) {
            throw new IllegalArgumentException("no rule for " + event);
        }
    }

    private static boolean link(Turn turn, StationEvent event) {
        if (event instanceof TimeReached) {
            return true; // what is due is done after every event
        } else if (event instanceof ConnectRequested) {
            Connecting.request(turn);
        } else if (event instanceof Connected connected) {
            Connecting.connected(turn, connected.idiom());
        } else if (event instanceof Disconnected disconnected) {
            Connecting.disconnected(turn, disconnected.jitter());
        } else if (event instanceof Answered answered) {
            Answers.answered(turn, answered.ref(), answered.response());
        } else if (event instanceof SigningRequestMade made) {
            Securing.asked(turn, made.keys(), made.csr());
        } else if (event instanceof CallFailed failed) {
            Answers.failed(turn, failed.ref());
        } else if (event instanceof Requested requested) {
            Requests.answer(turn, requested.request());
        } else {
            return false;
        }
        return true;
    }

    private static boolean driver(Turn turn, StationEvent event) {
        if (event instanceof PluggedIn plugged) {
            Drivers.plugIn(turn, plugged.connector(), plugged.car());
        } else if (event instanceof Unplugged unplugged) {
            Drivers.unplug(turn, unplugged.connector());
        } else if (event instanceof TokenPresented presented) {
            Drivers.present(turn, presented.connector(), presented.idToken());
        } else if (event instanceof CarPaused paused) {
            Drivers.pause(turn, paused.connector(), true);
        } else if (event instanceof CarResumed resumed) {
            Drivers.pause(turn, resumed.connector(), false);
        } else if (event instanceof QuotaSet quota) {
            Quotas.set(turn, quota);
        } else {
            return false;
        }
        return true;
    }

    private static boolean mishap(Turn turn, StationEvent event) {
        if (event instanceof FaultDetected fault) {
            Mishaps.fault(turn, fault.connector(), fault.code());
        } else if (event instanceof FaultCleared cleared) {
            Mishaps.clear(turn, cleared.connector());
        } else if (event instanceof EmergencyStopPressed) {
            Mishaps.emergencyStop(turn);
        } else if (event instanceof StoppedForOtherReason stopped) {
            Mishaps.stop(turn, stopped.connector());
        } else if (event instanceof PowerLost) {
            Mishaps.losePower(turn);
        } else if (event instanceof PowerRestored) {
            Mishaps.restorePower(turn);
        } else if (event instanceof NetworkLost) {
            Connecting.loseNetwork(turn);
        } else if (event instanceof NetworkRestored) {
            Connecting.restoreNetwork(turn);
        } else if (event instanceof RebootTriggered) {
            Mishaps.reboot(turn);
        } else {
            return limit(turn, event);
        }
        return true;
    }

    private static boolean limit(Turn turn, StationEvent event) {
        if (event instanceof LimitSet limit) {
            ExternalLimits.ofConnector(turn, limit.connector(), limit.watts());
        } else if (event instanceof ExternalLimitSet limit) {
            ExternalLimits.set(turn, limit);
        } else if (event instanceof ExternalLimitCleared limit) {
            ExternalLimits.clear(turn, limit);
        } else {
            return false;
        }
        return true;
    }

    private static boolean file(Turn turn, StationEvent event) {
        if (event instanceof Downloaded file) {
            FirmwareUpdates.downloaded(turn, file);
        } else if (event instanceof Uploaded uploaded) {
            LogUploads.uploaded(turn, uploaded.ref());
        } else if (event instanceof TransferFailed failed) {
            if (!FirmwareUpdates.failed(turn, failed.ref())) {
                LogUploads.failed(turn, failed.ref(), failed.why());
            }
        } else if (event instanceof UpdateFaultSet set) {
            turn.become(turn.device().withFault(set.fault()));
        } else {
            return false;
        }
        return true;
    }
}
