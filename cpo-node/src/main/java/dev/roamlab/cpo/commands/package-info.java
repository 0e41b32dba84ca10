/** What eMSPs ask of stations, and the reservations that come of it. */
@NullMarked
package dev.roamlab.cpo.commands;

import org.jspecify.annotations.NullMarked;
