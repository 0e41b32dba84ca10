/** Who is told of what: pushes to all partners that take them. */
@NullMarked
package dev.roamlab.cpo.partners;

import org.jspecify.annotations.NullMarked;
