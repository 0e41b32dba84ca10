@NullMarked
package dev.roamlab.ocpp.v16;

import org.jspecify.annotations.NullMarked;
