package dev.roamlab.cli.options;

import picocli.CommandLine.TypeConversionException;

/** Makes the error of a value that an option does not take: what is wrong, then what is allowed. */
final class BadValue {
    private BadValue() {}

    static TypeConversionException of(String wrong, String allowed) {
        return new TypeConversionException(wrong + "\n" + allowed);
    }
}
