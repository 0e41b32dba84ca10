@NullMarked
package dev.roamlab.ocpp.v201;

import org.jspecify.annotations.NullMarked;
