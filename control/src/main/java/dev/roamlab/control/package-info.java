/** The control API: starts it, and joins its parts. */
@NullMarked
package dev.roamlab.control;

import org.jspecify.annotations.NullMarked;
