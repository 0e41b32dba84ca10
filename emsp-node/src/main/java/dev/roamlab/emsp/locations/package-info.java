/** The CPOs' locations as they told us. */
@NullMarked
package dev.roamlab.emsp.locations;

import org.jspecify.annotations.NullMarked;
