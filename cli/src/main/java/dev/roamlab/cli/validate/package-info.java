/** Judges files of OCPI objects: reads them piece by piece, guesses what they are, counts and shows what is wrong. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.cli.validate;
