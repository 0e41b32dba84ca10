/** The eMSP as a Vert.x application. */
@NullMarked
package dev.roamlab.emsp;

import org.jspecify.annotations.NullMarked;
