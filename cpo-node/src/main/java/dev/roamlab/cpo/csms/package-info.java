/** The central system: connections of stations, and who answers what they ask. */
@NullMarked
package dev.roamlab.cpo.csms;

import org.jspecify.annotations.NullMarked;
