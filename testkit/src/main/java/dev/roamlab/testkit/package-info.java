/** Counterparts for tests: a partner that answers as told, and a wire that misbehaves. */
@NullMarked
package dev.roamlab.testkit;

import org.jspecify.annotations.NullMarked;
