/** Misbehaviour as a feature: named faults that stand between a node and its wire. */
@NullMarked
package dev.roamlab.node.faults;

import org.jspecify.annotations.NullMarked;
