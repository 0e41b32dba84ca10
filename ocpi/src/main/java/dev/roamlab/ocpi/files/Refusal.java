package dev.roamlab.ocpi.files;

/**
 * Why an object of a file was not taken: one rule that it breaks.
 *
 * @param line where the object begins, from 1
 * @param column where the object begins, from 1
 * @param pointer the place in the object, as a JSON pointer; empty for the object itself
 * @param rule what is demanded there
 * @param value what was found, clipped
 */
public record Refusal(int line, int column, String pointer, String rule, String value) {}
