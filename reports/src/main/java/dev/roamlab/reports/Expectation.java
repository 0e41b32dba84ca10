package dev.roamlab.reports;

/**
 * What a step expected to see, and what it saw.
 *
 * @param sentence the expectation in words
 * @param expected the value asked for
 * @param actual the value found
 */
public record Expectation(String sentence, boolean met, String expected, String actual) {}
