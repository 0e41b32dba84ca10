package dev.roamlab.conformance.arithmetic;

/**
 * The CDR and its Tariffs do not tell what the charge should cost.
 *
 * @param because the datum that is missing, or the passage that is open
 */
public record NotComputable(String because) implements Recomputation {}
