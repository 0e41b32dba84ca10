/** Our drivers' sessions as the CPOs tell them. */
@NullMarked
package dev.roamlab.emsp.sessions;

import org.jspecify.annotations.NullMarked;
