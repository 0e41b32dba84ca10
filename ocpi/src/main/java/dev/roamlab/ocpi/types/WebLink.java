package dev.roamlab.ocpi.types;

/**
 * A URL for people, such as a website or a photo. Nothing here calls it, so one that is not well formed is passed on
 * instead of costing the whole object. Spec: types_url_type.
 */
public record WebLink(String value) {
    public WebLink {
        Require.length("", value, Url.MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
