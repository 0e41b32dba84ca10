/** Versions: which OCPI versions a platform speaks, and where its modules are. */
@NullMarked
package dev.roamlab.ocpi.versions;

import org.jspecify.annotations.NullMarked;
