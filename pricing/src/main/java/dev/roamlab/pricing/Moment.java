package dev.roamlab.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * All that a restriction can ask about, at one moment.
 *
 * @param local at the location
 * @param kwh energy of the session so far
 * @param seconds since the session (or, while reserved, the reservation) began
 * @param powerKw empty when not known, or when no restriction asks for it
 * @param reservation empty unless reserved; then whether it expired
 */
record Moment(
        LocalDateTime local,
        BigDecimal kwh,
        BigDecimal seconds,
        Optional<BigDecimal> powerKw,
        Optional<BigDecimal> currentA,
        Optional<Boolean> reservation) {}
