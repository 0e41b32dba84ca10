/** What every command stands on: global options, defaults, exit codes, and errors that say the way out. */
@NullMarked
package dev.roamlab.cli.shell;

import org.jspecify.annotations.NullMarked;
