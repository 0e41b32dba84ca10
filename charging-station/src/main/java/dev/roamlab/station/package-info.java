/** A simulated charging station as a pure state machine: events in, the next state and calls to send out. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station;
