package dev.roamlab.station.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The behaviours that come with the lab. */
public final class Behaviours {
    private static final List<String> IDS = List.of(
            "idle", "single-session", "town", "commuter-street", "motorway", "depot-overnight", "random", "rush-hour");

    private Behaviours() {}

    /** Their ids. */
    public static List<String> ids() {
        return IDS;
    }

    /** All of them. */
    public static List<BehaviourPlan> all() {
        return IDS.stream().map(Behaviours::named).toList();
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static BehaviourPlan named(String id) {
        return BehaviourFile.parse(source(id), id + ".yaml");
    }

    /**
     * The file behind one of them, as a beginning for one's own.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static String source(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("behaviour: no '" + id + "', there are " + String.join(", ", IDS));
        }
        return resource(id + ".yaml");
    }

    /** The JSON Schema of behaviour files. */
    public static String schema() {
        return resource("behaviour.schema.json");
    }

    private static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(Behaviours.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
