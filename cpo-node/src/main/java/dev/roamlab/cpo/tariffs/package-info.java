/** The CPO's own tariffs. */
@NullMarked
package dev.roamlab.cpo.tariffs;

import org.jspecify.annotations.NullMarked;
