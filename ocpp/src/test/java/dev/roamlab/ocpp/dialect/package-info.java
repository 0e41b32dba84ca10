@NullMarked
package dev.roamlab.ocpp.dialect;

import org.jspecify.annotations.NullMarked;
