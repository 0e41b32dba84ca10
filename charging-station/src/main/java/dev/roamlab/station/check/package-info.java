/** Says what is wrong with a file of station models, all of it at once, and publishes what is right as a JSON Schema. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.check;
