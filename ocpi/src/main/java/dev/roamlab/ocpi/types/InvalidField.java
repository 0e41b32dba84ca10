package dev.roamlab.ocpi.types;

/** A value that its field does not allow; the message names field, finding and rule. */
public final class InvalidField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    private final String field;
    private final String rule;
    private final String value;

    /**
     * The failure of a value that breaks a rule.
     *
     * @param field the name on the wire; empty when a value refuses itself before it has a field
     * @param rule what is allowed, such as {@code not negative}
     * @param value what was given; clipped when long
     */
    public InvalidField(String field, String rule, String value) {
        this(field, rule, clip(value), "'" + clip(value) + "', " + rule);
    }

    private InvalidField(String field, String rule, String value, String message) {
        super(field.isEmpty() ? message : field + ": " + message);
        this.field = field;
        this.rule = rule;
        this.value = value;
    }

    static InvalidField tooLong(String field, String value, int length, int max) {
        String rule = "at most " + max;
        return new InvalidField(field, rule + " characters", clip(value), length + " characters, " + rule);
    }

    static InvalidField missing(String field) {
        return new InvalidField(field, "required", "", "required");
    }

    static InvalidField noElement(String field) {
        return new InvalidField(field, "at least one element", "[]", "empty, at least one element");
    }

    /** The field's name on the wire, with an index behind a slash for list elements; empty when not known. */
    public String field() {
        return field;
    }

    /** What the field allows. */
    public String rule() {
        return rule;
    }

    /** What was given, clipped. */
    public String value() {
        return value;
    }

    private static String clip(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
