package dev.roamlab.ocpi.types;

/** A text for people, in one language. Spec: types_displaytext_class. */
public record DisplayText(String language, String text) {
    public DisplayText {
        Require.language("language", language);
        Require.length("text", text, 512);
    }
}
