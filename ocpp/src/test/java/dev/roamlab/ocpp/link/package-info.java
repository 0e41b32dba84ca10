@NullMarked
package dev.roamlab.ocpp.link;

import org.jspecify.annotations.NullMarked;
