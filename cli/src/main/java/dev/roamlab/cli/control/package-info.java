/** The options of the control API, for every command that has chargers to control. */
@NullMarked
package dev.roamlab.cli.control;

import org.jspecify.annotations.NullMarked;
