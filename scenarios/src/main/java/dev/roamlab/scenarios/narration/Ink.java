package dev.roamlab.scenarios.narration;

/** Colours of a terminal. */
enum Ink {
    TITLE("1;36"),
    STRONG("1"),
    FAINT("2"),
    OCPI("36"),
    OCPP("33"),
    GOOD("32"),
    BAD("1;31"),
    CAUTION("35");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text, Style style) {
        return style.colour() && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
