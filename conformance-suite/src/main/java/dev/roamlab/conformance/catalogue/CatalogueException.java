package dev.roamlab.conformance.catalogue;

/** A catalogue file that cannot be used; the message starts with {@code file:line:} and names the entry and the rule. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    CatalogueException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /** The file's name without folders. */
    public String file() {
        return file;
    }

    /** The line of the mistake, counted from 1. */
    public int line() {
        return line;
    }
}
