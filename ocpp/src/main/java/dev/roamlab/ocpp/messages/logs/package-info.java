/** Uploads of log files. Spec: OCPP 2.0.1, part N. */
@NullMarked
package dev.roamlab.ocpp.messages.logs;

import org.jspecify.annotations.NullMarked;
