/** The file in which the operator of a system under test describes it, and what the command line says instead. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.sutfile;
