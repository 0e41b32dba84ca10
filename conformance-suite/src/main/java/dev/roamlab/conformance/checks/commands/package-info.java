/** The checks of the chapter on commands. */
package dev.roamlab.conformance.checks.commands;
