/** Locations: where one can charge, their EVSEs, connectors and parking places. */
@NullMarked
package dev.roamlab.ocpi.locations;

import org.jspecify.annotations.NullMarked;
