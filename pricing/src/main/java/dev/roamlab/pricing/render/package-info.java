/** Shows a bill: as JSON for machines, as text for people. */
@NullMarked
package dev.roamlab.pricing.render;

import org.jspecify.annotations.NullMarked;
