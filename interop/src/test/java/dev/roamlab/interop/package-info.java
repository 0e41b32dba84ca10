/** Our chargers and our CSMS in conversation with software that others wrote. */
@NullMarked
package dev.roamlab.interop;

import org.jspecify.annotations.NullMarked;
