/** Options that several commands share, each with an error that says what is allowed. */
@NullMarked
package dev.roamlab.cli.options;

import org.jspecify.annotations.NullMarked;
