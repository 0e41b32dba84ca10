/** The commands that start nodes and stay. */
@NullMarked
package dev.roamlab.cli.nodes;

import org.jspecify.annotations.NullMarked;
