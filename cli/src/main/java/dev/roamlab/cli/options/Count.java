package dev.roamlab.cli.options;

import picocli.CommandLine.ITypeConverter;

/** A number of things, such as chargers. */
public record Count(int number) {
    private static final int MOST = 1_000_000;

    @Override
    public String toString() {
        return Integer.toString(number);
    }

    /** Reads a whole number that is not negative. */
    public static final class Converter implements ITypeConverter<Count> {
        @Override
        public Count convert(String value) {
            int number = value.strip().matches("\\d{1,7}") ? Integer.parseInt(value.strip()) : -1;
            if (number < 0 || number > MOST) {
                throw BadValue.of("'" + value + "' is no number of things.", "Give a whole number from 0 to 1000000.");
            }
            return new Count(number);
        }
    }
}
