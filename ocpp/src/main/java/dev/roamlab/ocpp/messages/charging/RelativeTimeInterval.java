package dev.roamlab.ocpp.messages.charging;

import java.util.Optional;

/** An interval in seconds from the beginning of the schedule. */
public record RelativeTimeInterval(int start, Optional<Integer> duration) {}
