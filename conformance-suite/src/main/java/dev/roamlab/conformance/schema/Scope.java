package dev.roamlab.conformance.schema;

import java.util.List;

/**
 * What the place of a subschema adds to the ids of its own.
 *
 * @param field ids of the field whose value it judges
 * @param also ids that stand for everything inside an enclosing field
 * @param instead ids that take the place of those of the enclosing field's class
 */
record Scope(List<String> field, List<String> also, List<String> instead) {}
