package dev.roamlab.ocpi.json;

/**
 * One thing wrong with an object.
 *
 * @param pointer where, as a JSON pointer such as {@code /evses/0/uid}
 * @param rule what is demanded there
 * @param value what was found, clipped; empty when nothing was
 */
public record Problem(String pointer, String rule, String value) {
    private static final int CLIP = 60;

    /** Shortens what was found to what a message can carry. */
    static String clip(String value) {
        return value.length() <= CLIP ? value : value.substring(0, CLIP) + "…";
    }

    @Override
    public String toString() {
        String where = pointer.isEmpty() ? "the object" : pointer;
        return value.isEmpty() ? where + ": " + rule : where + ": " + rule + ", found " + value;
    }
}
