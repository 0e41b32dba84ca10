package dev.roamlab.reports;

/**
 * Why one object of an input file was not taken.
 *
 * @param line where the object starts in the (unpacked) file, from 1
 * @param column where it starts in that line, from 1
 * @param pointer JSON pointer to the value, from the object's root
 * @param rule what the value breaks
 * @param value the value as it stands in the file
 */
public record Refusal(long line, long column, String pointer, String rule, String value) {}
