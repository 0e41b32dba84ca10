/** Tests of the lab's time, ids and recordings. */
@NullMarked
package dev.roamlab.lab;

import org.jspecify.annotations.NullMarked;
