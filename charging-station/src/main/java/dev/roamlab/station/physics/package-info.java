/** Cars, connections and the power between them: pure arithmetic whose figures add up. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.physics;
