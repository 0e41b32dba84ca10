/** Payload records to and from JSON, under the rules that the records declare; shared by all versions. */
@NullMarked
package dev.roamlab.ocpp.payload;

import org.jspecify.annotations.NullMarked;
