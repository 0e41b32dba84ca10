/** Credentials: the tokens and roles that two platforms exchange when they connect. */
@NullMarked
package dev.roamlab.ocpi.credentials;

import org.jspecify.annotations.NullMarked;
