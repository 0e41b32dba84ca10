/** A road between the tester and one of our nodes, on which messages are dressed differently or get lost. */
package dev.roamlab.cli.conformance.between;
