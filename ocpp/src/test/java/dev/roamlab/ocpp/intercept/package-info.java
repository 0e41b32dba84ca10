@NullMarked
package dev.roamlab.ocpp.intercept;

import org.jspecify.annotations.NullMarked;
