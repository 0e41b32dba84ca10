/** The CPO's own locations, and how partners see and hear of them. */
@NullMarked
package dev.roamlab.cpo.locations;

import org.jspecify.annotations.NullMarked;
