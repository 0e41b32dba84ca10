/** Sessions: charging as it happens, and what the driver prefers. */
@NullMarked
package dev.roamlab.ocpi.sessions;

import org.jspecify.annotations.NullMarked;
