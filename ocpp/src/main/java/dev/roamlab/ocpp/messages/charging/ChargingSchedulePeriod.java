package dev.roamlab.ocpp.messages.charging;

import java.math.BigDecimal;
import java.util.Optional;

/** A limit from some second on. */
public record ChargingSchedulePeriod(
        int startPeriod, BigDecimal limit, Optional<Integer> numberPhases, Optional<Integer> phaseToUse) {}
