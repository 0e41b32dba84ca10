/** A class that breaks the rules of the design, on purpose. */
@NullMarked
package dev.roamlab.emsp.offender;

import org.jspecify.annotations.NullMarked;
