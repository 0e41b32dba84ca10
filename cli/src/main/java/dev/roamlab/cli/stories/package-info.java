/** The commands that tell stories: the demo and single scenarios, with or without a learner who is asked. */
@NullMarked
package dev.roamlab.cli.stories;

import org.jspecify.annotations.NullMarked;
