/** Tests of reading and writing OCPI's JSON. */
@NullMarked
package dev.roamlab.ocpi.json;

import org.jspecify.annotations.NullMarked;
