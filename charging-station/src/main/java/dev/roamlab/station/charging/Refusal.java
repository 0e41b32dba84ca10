package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/**
 * Why a profile is not taken.
 *
 * @param reasonCode as 2.0.1 has it
 * @param detail field, rule and value
 */
public record Refusal(String reasonCode, String detail) {
    private static final int LONGEST = 512;

    /** As the answer carries it. */
    public StatusInfo statusInfo() {
        return new StatusInfo(
                reasonCode, Optional.of(detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail));
    }
}
