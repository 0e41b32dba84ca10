package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.station.HostOrder;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.Step;
import java.time.Instant;
import java.util.Set;

/**
 * The latest messages of all stations of one event loop, for those that are asked for their log: one ring that they share, so
 * that a station which nobody asks pays nothing. Confined to that event loop.
 */
final class StationLog {
    private static final int LINES = 1024;
    /** What these carry is nobody's business but the receiver's. */
    private static final Set<String> CONFIDENTIAL = Set.of(
            "ChangeConfiguration",
            "SetVariables",
            "SetNetworkProfile",
            "InstallCertificate",
            "CertificateSigned",
            "SignCertificate",
            "DataTransfer");

    private final Line[] ring = new Line[LINES];
    private int next;

    /** Takes note of what a station was asked and of what it says. */
    void note(Instant now, StationEvent event, Step step) {
        String who = step.state().spec().chargePointId();
        if (event instanceof StationEvent.Requested requested) {
            add(new Line(now, who, requested.request()));
        }
        for (Step.Call call : step.calls()) {
            add(new Line(now, who, call.request()));
        }
    }

    /** The log of a station as a text file. */
    String of(String chargePointId, HostOrder.Upload order) {
        StringBuilder text = new StringBuilder("log of " + chargePointId + "\n");
        for (int i = 0; i < LINES; i++) {
            Line line = ring[(next + i) % LINES];
            if (line != null && line.chargePointId().equals(chargePointId) && wanted(line, order)) {
                text.append(line.text()).append('\n');
            }
        }
        return text.toString();
    }

    private void add(Line line) {
        ring[next] = line;
        next = (next + 1) % LINES;
    }

    private static boolean wanted(Line line, HostOrder.Upload order) {
        return order.oldest().filter(line.at()::isBefore).isEmpty()
                && order.latest().filter(line.at()::isAfter).isEmpty()
                && (order.type() == LogType.DIAGNOSTICS_LOG
                        || line.message() instanceof SecurityEventNotificationRequest);
    }

    /** One message. */
    private record Line(Instant at, String chargePointId, Request<?> message) {
        String text() {
            String action = message.action();
            String way = message instanceof CsmsCall<?> ? " < " : " > ";
            return at + way + (CONFIDENTIAL.contains(action) ? action : action + " " + message);
        }
    }
}
