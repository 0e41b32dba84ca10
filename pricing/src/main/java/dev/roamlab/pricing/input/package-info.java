/** Reads what the command line prices: session files and tariff files. */
@NullMarked
package dev.roamlab.pricing.input;

import org.jspecify.annotations.NullMarked;
