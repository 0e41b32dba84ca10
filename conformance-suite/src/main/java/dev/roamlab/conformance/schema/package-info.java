/** The objects of OCPI as JSON Schemas whose rules know their requirement, and what they find in an object. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.schema;
