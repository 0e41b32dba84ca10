/** Scenario files: reading them, checking them line by line, their JSON Schema. */
@NullMarked
package dev.roamlab.scenarios.file;

import org.jspecify.annotations.NullMarked;
