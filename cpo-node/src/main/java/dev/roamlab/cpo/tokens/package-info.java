/** Who may charge: the tokens that eMSPs pushed, and the question to the eMSP where they do not suffice. */
@NullMarked
package dev.roamlab.cpo.tokens;

import org.jspecify.annotations.NullMarked;
