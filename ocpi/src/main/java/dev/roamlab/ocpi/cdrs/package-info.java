/** CDRs: what a finished session is billed for. */
@NullMarked
package dev.roamlab.ocpi.cdrs;

import org.jspecify.annotations.NullMarked;
