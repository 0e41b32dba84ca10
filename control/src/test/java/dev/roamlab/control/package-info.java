@NullMarked
package dev.roamlab.control;

import org.jspecify.annotations.NullMarked;
