package dev.roamlab.conformance.catalogue;

/**
 * Two honest ways to read an unclear passage, quoted whenever a system deviates from the stricter one.
 *
 * @param stricter the reading of whoever would demand what the probe checks
 * @param milder the reading of an equally careful implementer who would deviate
 */
public record Readings(String stricter, String milder) {}
