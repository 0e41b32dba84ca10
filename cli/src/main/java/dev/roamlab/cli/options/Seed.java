package dev.roamlab.cli.options;

import picocli.CommandLine.ITypeConverter;

/** The number that chance starts from: the same seed gives the same run. */
public record Seed(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }

    /** Reads a whole number. */
    public static final class Converter implements ITypeConverter<Seed> {
        @Override
        public Seed convert(String value) {
            try {
                return new Seed(Long.parseLong(value.strip()));
            } catch (NumberFormatException noNumber) {
                throw BadValue.of("'" + value + "' is no seed.", "Give a whole number, such as 42.");
            }
        }
    }
}
