/** Transactions at stations, and the OCPI sessions that they are. */
@NullMarked
package dev.roamlab.cpo.sessions;

import org.jspecify.annotations.NullMarked;
