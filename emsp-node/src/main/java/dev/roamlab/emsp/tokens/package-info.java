/** Drivers, their contracts and tokens, and who may charge. */
@NullMarked
package dev.roamlab.emsp.tokens;

import org.jspecify.annotations.NullMarked;
