/** Tests of the OCPI server over real HTTP. */
@NullMarked
package dev.roamlab.ocpi.http;

import org.jspecify.annotations.NullMarked;
