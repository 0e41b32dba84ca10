/** Certificates and security events. Spec: OCPP 2.0.1, parts A and M. */
@NullMarked
package dev.roamlab.ocpp.messages.security;

import org.jspecify.annotations.NullMarked;
