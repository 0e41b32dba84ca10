package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** A text is not JSON, or beyond all bounds; says where and why, in words fit for the partner who sent it. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;
    private final int column;
    private final boolean outOfBounds;

    MalformedJson(String reason, int line, int column) {
        this(reason, line, column, false);
    }

    private MalformedJson(String reason, int line, int column, boolean outOfBounds) {
        super("line " + line + ", column " + column + ": " + reason);
        this.reason = reason;
        this.line = line;
        this.column = column;
        this.outOfBounds = outOfBounds;
    }

    /** Translates what the JSON parser met. */
    public static MalformedJson of(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("not JSON");
        boolean outOfBounds = broken instanceof StreamConstraintsException;
        return at == null
                ? new MalformedJson(reason, 1, 1, outOfBounds)
                : new MalformedJson(reason, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), outOfBounds);
    }

    /** Whether the text is JSON as such, but with a number or a nesting that we do not take. */
    public boolean isOutOfBounds() {
        return outOfBounds;
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
