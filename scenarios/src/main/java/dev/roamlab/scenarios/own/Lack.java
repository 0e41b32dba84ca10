package dev.roamlab.scenarios.own;

/** Why a location cannot carry the stories. */
public enum Lack {
    /** Nothing to charge at. */
    NO_EVSE("no EVSE"),
    /** Spec: mod_locations_status_enum. */
    ONLY_GONE("only EVSEs that are REMOVED or PLANNED"),
    /** Neither of the first connectors is one that the lab can simulate. */
    ONLY_STRANGE_CONNECTORS("only connectors that no simulated station has"),
    /** Drivers of other companies never see it. Spec: mod_locations_location_object. */
    NOT_PUBLISHED("publish false"),
    /** Without the local time no price can be worked out. */
    UNKNOWN_TIME_ZONE("a time zone that is not in the tz database");

    private final String words;

    Lack(String words) {
        this.words = words;
    }

    /** What the location has instead, for a sentence with “have”. */
    public String words() {
        return words;
    }
}
