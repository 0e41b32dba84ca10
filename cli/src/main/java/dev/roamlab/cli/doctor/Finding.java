package dev.roamlab.cli.doctor;

import java.util.Optional;

/**
 * What one check found.
 *
 * @param check a word for what was looked at
 * @param found what is so
 * @param mend what to do about it; empty when all is well
 */
public record Finding(String check, Level level, String found, Optional<String> mend) {

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works, with a limit that is worth knowing. */
        WARN,
        /** Something will not work. */
        FAIL
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Level.OK, found, Optional.empty());
    }

    static Finding warn(String check, String found, String mend) {
        return new Finding(check, Level.WARN, found, Optional.of(mend));
    }

    static Finding fail(String check, String found, String mend) {
        return new Finding(check, Level.FAIL, found, Optional.of(mend));
    }
}
