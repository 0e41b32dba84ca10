/** The bill of a finished session, and its way to the eMSP. */
@NullMarked
package dev.roamlab.cpo.cdrs;

import org.jspecify.annotations.NullMarked;
