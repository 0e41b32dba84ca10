/** The stage with real lab on it: what a scenario does and sees, done and seen at the nodes and stations of a lab. */
@NullMarked
package dev.roamlab.scenarios.live;

import org.jspecify.annotations.NullMarked;
