package dev.roamlab.conformance.schema;

import org.jspecify.annotations.Nullable;

/** A place in an object; becomes a JSON pointer only when somebody has to be told. */
record Place(@Nullable Place parent, String step) {
    static final Place ROOT = new Place(null, "");

    Place to(String field) {
        return new Place(this, field);
    }

    Place to(int index) {
        return new Place(this, Integer.toString(index));
    }

    /** The JSON pointer. */
    @Override
    public String toString() {
        return parent == null ? "" : parent + "/" + step.replace("~", "~0").replace("/", "~1");
    }
}
