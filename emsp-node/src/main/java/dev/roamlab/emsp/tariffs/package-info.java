/** The CPOs' tariffs as they told us. */
@NullMarked
package dev.roamlab.emsp.tariffs;

import org.jspecify.annotations.NullMarked;
