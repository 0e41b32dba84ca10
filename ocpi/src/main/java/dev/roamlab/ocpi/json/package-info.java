/** Between JSON and records: one binder for all objects, one dialect per version of the wire. */
@NullMarked
package dev.roamlab.ocpi.json;

import org.jspecify.annotations.NullMarked;
