/** What drivers do at stations, as data: when they come, with what car and card, how long they stay, and when all is done. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.behaviour;
