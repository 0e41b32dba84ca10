package dev.roamlab.control.http;

import java.util.Map;

/** The headings of the document, and what the named segments of paths stand for. */
public final class Tags {
    /** Chargers themselves. */
    public static final String CHARGERS = "Chargers";
    /** What happens to a charger. */
    public static final String ACTIONS = "Actions";
    /** Many chargers at once. */
    public static final String FLEETS = "Fleets";
    /** What chargers and cars there are to choose from. */
    public static final String CATALOGUE = "Catalogue";
    /** What goes on. */
    public static final String EVENTS = "Events and figures";
    /** What is done to messages on their way. */
    public static final String INTERCEPTOR = "Interceptor";

    private static final Map<String, String> MEANINGS = Map.of(
            CHARGERS, "Create, look at, change and remove chargers.",
            ACTIONS,
                    "What people, cars and mishaps do to a charger. An answer shows the charger right after it has dealt"
                            + " with that; what its central system makes of it follows as events.",
            FLEETS, "Many chargers at once: groups, drivers who come and go, and drama.",
            CATALOGUE, "The models of chargers and cars that come with the lab.",
            EVENTS, "What goes on, as it happens, and in figures.",
            INTERCEPTOR, "Hold, delay, drop, duplicate or edit messages on their way.");

    private static final Map<String, String> SEGMENTS = Map.of(
            "chargePointId", "The charger's identity on the wire.",
            "fleet", "The fleet's name.",
            "drama", "The drama's number.",
            "rule", "The rule's name.",
            "message", "The message's number.");

    private Tags() {}

    static String meaning(String tag) {
        return MEANINGS.getOrDefault(tag, "");
    }

    static String segment(String name) {
        return SEGMENTS.getOrDefault(name, "");
    }
}
