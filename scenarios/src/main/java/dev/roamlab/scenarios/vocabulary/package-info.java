/** The verbs of scenarios, one class each. */
@NullMarked
package dev.roamlab.scenarios.vocabulary;

import org.jspecify.annotations.NullMarked;
