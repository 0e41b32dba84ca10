/** The CPO: {@link dev.roamlab.cpo.CpoNode} wires its parts together and is its face to scenarios and the command line. */
@NullMarked
package dev.roamlab.cpo;

import org.jspecify.annotations.NullMarked;
