/** Reading tariffs, sessions and CDRs from files and pricing them. */
@NullMarked
package dev.roamlab.cli.price;

import org.jspecify.annotations.NullMarked;
