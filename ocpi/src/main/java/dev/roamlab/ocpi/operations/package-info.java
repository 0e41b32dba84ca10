/** What an OCPI module can be asked, stated once: the server routes by it, the client calls by it. */
@NullMarked
package dev.roamlab.ocpi.operations;

import org.jspecify.annotations.NullMarked;
