/**
 * The security profiles of OCPP at both ends: keys and certificates, made on demand for a lab or read from files, and what
 * TLS needs of them. Spec: OCPP 1.6 security whitepaper (edition 3), OCPP 2.0.1 part A.
 */
@NullMarked
package dev.roamlab.ocpp.security;

import org.jspecify.annotations.NullMarked;
