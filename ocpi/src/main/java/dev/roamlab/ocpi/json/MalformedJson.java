package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** A text is not JSON; says where and why, in words fit for the partner who sent it. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;
    private final int column;

    MalformedJson(String reason, int line, int column) {
        super("line " + line + ", column " + column + ": " + reason);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    /** Translates what the JSON parser met. */
    public static MalformedJson of(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("not JSON");
        return at == null
                ? new MalformedJson(reason, 1, 1)
                : new MalformedJson(reason, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** Line of the first offence, from 1. */
    public int line() {
        return line;
    }

    /** Column of the first offence, from 1. */
    public int column() {
        return column;
    }
}
