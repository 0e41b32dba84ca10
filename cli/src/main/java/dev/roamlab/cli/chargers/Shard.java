package dev.roamlab.cli.chargers;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which part of a fleet a process has.
 *
 * @param number from 0
 * @param of how many processes there are
 */
record Shard(int number, int of) {
    /** All of it. */
    static final Shard WHOLE = new Shard(0, 1);

    boolean owns(int index) {
        return index % of == number;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }

    /** Reads {@code 0/4}. */
    static final class Converter implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String value) {
            if (!value.matches("\\d{1,4}/[1-9]\\d{0,3}")) {
                throw new TypeConversionException("'" + value + "' is no part.\nIt looks like 0/4.");
            }
            String[] parts = value.split("/");
            return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
