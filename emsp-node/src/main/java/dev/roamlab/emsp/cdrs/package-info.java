/** The bills, and what is wrong with them. */
@NullMarked
package dev.roamlab.emsp.cdrs;

import org.jspecify.annotations.NullMarked;
