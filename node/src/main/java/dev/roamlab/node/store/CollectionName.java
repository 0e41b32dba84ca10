package dev.roamlab.node.store;

import java.util.regex.Pattern;

/** What a collection may be called. */
final class CollectionName {

    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)*");
    private static final int MAX = 100;

    private CollectionName() {}

    static void require(String name) {
        if (name.length() > MAX || !ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException("collection name: \"" + name
                    + "\", wanted: lower case words joined by dots, such as cpo.locations, at most " + MAX
                    + " characters");
        }
    }
}
