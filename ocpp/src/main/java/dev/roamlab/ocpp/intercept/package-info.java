/** Interfering with messages on their way: by rules, and by hand. */
@NullMarked
package dev.roamlab.ocpp.intercept;

import org.jspecify.annotations.NullMarked;
