/** Tokens: how an eMSP's drivers identify themselves, and the answer to whether they may charge. */
@NullMarked
package dev.roamlab.ocpi.tokens;

import org.jspecify.annotations.NullMarked;
