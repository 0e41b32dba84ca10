/** The tariff engine: tariffs and the use of a charger in, a bill out. Pure: no I/O, no clock. */
@NullMarked
package dev.roamlab.pricing;

import org.jspecify.annotations.NullMarked;
