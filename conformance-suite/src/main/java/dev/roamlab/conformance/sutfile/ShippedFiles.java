package dev.roamlab.conformance.sutfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files around SUT files that come with the suite. */
public final class ShippedFiles {
    private ShippedFiles() {}

    /** The JSON Schema of SUT files. */
    public static String sutSchema() {
        return resource("sut.schema.json");
    }

    /** A SUT file with every field explained. */
    public static String sutExample() {
        return resource("sut.example.yaml");
    }

    private static String resource(String name) {
        try (InputStream in = ShippedFiles.class.getResourceAsStream("/sut/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/sut/" + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
