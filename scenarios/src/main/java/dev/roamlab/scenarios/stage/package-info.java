/** The seam between stories and systems: what a scenario can do to a lab, and what it can see there. */
@NullMarked
package dev.roamlab.scenarios.stage;

import org.jspecify.annotations.NullMarked;
