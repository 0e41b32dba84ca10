@NullMarked
package dev.roamlab.ocpp.security;

import org.jspecify.annotations.NullMarked;
