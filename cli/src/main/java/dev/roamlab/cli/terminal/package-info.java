/** Writing to and asking a person at a terminal, or a program behind a pipe. */
@NullMarked
package dev.roamlab.cli.terminal;

import org.jspecify.annotations.NullMarked;
