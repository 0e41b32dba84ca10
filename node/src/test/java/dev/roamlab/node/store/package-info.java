/** Tests of the store: one contract for all kinds, durability, errors. */
@NullMarked
package dev.roamlab.node.store;

import org.jspecify.annotations.NullMarked;
