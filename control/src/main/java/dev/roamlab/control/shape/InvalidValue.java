package dev.roamlab.control.shape;

import java.util.List;

/** What was sent is not what was asked for; says everything that is wrong at once. */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Wrong> wrongs;

    /** At least one thing is wrong. */
    public InvalidValue(List<Wrong> wrongs) {
        super(wrongs.toString(), null, false, false);
        this.wrongs = List.copyOf(wrongs);
    }

    /** One field is wrong. */
    public static InvalidValue of(String pointer, String detail) {
        return new InvalidValue(List.of(new Wrong(pointer, detail)));
    }

    /** All of it, in the order of the body's fields. */
    public List<Wrong> wrongs() {
        return wrongs;
    }
}
