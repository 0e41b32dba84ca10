/** Checks a partner's CDR: its own arithmetic, its price, and what the session said. */
@NullMarked
package dev.roamlab.pricing.check;

import org.jspecify.annotations.NullMarked;
