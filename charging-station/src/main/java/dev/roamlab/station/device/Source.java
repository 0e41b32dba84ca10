package dev.roamlab.station.device;

/** Where the value of a variable comes from. */
public sealed interface Source {
    /** It is always the same. */
    record Fixed(String value) implements Source {}

    /** A configuration key has it, by its name. */
    record Key(String name) implements Source {}

    /** It is read from the station. */
    record Live(Gauge gauge) implements Source {}
}
