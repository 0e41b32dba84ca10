/** Watching variables, events, and what is known of customers. Spec: OCPP 2.0.1, part N. */
@NullMarked
package dev.roamlab.ocpp.messages.monitoring;

import org.jspecify.annotations.NullMarked;
