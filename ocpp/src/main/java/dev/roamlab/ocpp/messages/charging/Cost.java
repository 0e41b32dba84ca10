package dev.roamlab.ocpp.messages.charging;

import java.util.Optional;

/** One kind of cost. */
public record Cost(CostKind costKind, int amount, Optional<Integer> amountMultiplier) {}
