/** OCPP 1.6: its payloads, exactly, and their translation to and from the neutral messages. */
@NullMarked
package dev.roamlab.ocpp.v16;

import org.jspecify.annotations.NullMarked;
