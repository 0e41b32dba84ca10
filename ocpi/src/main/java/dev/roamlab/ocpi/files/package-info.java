/** OCPI objects from files as they are found in the world. Reads files, so it is not for event loops. */
@NullMarked
package dev.roamlab.ocpi.files;

import org.jspecify.annotations.NullMarked;
