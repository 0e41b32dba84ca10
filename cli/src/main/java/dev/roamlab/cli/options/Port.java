package dev.roamlab.cli.options;

import picocli.CommandLine.ITypeConverter;

/** A TCP port; 0 takes any free one. */
public record Port(int number) {
    private static final int HIGHEST = 65_535;

    @Override
    public String toString() {
        return Integer.toString(number);
    }

    /** Reads a port number. */
    public static final class Converter implements ITypeConverter<Port> {
        @Override
        public Port convert(String value) {
            int number = value.strip().matches("\\d{1,5}") ? Integer.parseInt(value.strip()) : -1;
            if (number < 0 || number > HIGHEST) {
                throw BadValue.of(
                        "'" + value + "' is no port.", "Give a number from 0 to 65535; 0 takes any free port.");
            }
            return new Port(number);
        }
    }
}
