/** Test fixtures, and what holds for all OCPI records. */
@NullMarked
package dev.roamlab.ocpi;

import org.jspecify.annotations.NullMarked;
