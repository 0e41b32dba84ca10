/** What we ask stations to do, and what became of it. */
@NullMarked
package dev.roamlab.emsp.commands;

import org.jspecify.annotations.NullMarked;
