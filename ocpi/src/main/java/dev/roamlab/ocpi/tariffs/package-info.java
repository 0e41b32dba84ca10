/** Tariffs: what charging costs, by dimension and circumstances. */
@NullMarked
package dev.roamlab.ocpi.tariffs;

import org.jspecify.annotations.NullMarked;
