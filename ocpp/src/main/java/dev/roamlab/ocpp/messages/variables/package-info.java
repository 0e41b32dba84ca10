/** Configuration as a device model: components, their variables, and reports on them. Spec: OCPP 2.0.1, part B. */
@NullMarked
package dev.roamlab.ocpp.messages.variables;

import org.jspecify.annotations.NullMarked;
