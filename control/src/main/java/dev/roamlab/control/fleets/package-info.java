/** Many chargers at once: fleets by name, drivers who come and go, what there is to choose from, and figures. */
@NullMarked
package dev.roamlab.control.fleets;

import org.jspecify.annotations.NullMarked;
