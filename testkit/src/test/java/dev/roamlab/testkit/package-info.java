/** Tests of the test helpers, and of the OCPI client with their help. */
@NullMarked
package dev.roamlab.testkit;

import org.jspecify.annotations.NullMarked;
