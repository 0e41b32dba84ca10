/** The data types that all OCPI modules share, and the rules that their values keep. */
@NullMarked
package dev.roamlab.ocpi.types;

import org.jspecify.annotations.NullMarked;
