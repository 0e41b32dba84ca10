@NullMarked
package dev.roamlab.ocpp.trace;

import org.jspecify.annotations.NullMarked;
