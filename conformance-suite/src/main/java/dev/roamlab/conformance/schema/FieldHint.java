package dev.roamlab.conformance.schema;

/**
 * A field that OCPI does not know, next to one that it knows and that is absent. Information, as fields of one's own are allowed.
 *
 * @param pointer JSON pointer to the unknown field
 * @param meant the field that it resembles
 */
public record FieldHint(String pointer, String meant) {}
