package dev.roamlab.ocpp.messages.charging;

import java.util.Optional;

/** A limit that came from elsewhere. */
public record ChargingLimit(ChargingLimitSource chargingLimitSource, Optional<Boolean> isGridCritical) {}
