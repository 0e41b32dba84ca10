package dev.roamlab.station.drama;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can befall a fleet, with the settings that each takes and what they are when nobody says. */
public enum DramaKind {
    BLACKOUT(
            "blackout",
            "The mains fail and come back: transactions end, and all boot and reconnect at once.",
            "share=100 lasts=60s"),
    OUTAGE(
            "outage",
            "The network fails and comes back: charging goes on, what was said offline is told late.",
            "share=100 lasts=60s"),
    RUSH_HOUR("rush-hour", "Drivers come to all free connectors within a short time.", "share=100 lasts=10m"),
    FIRMWARE_WAVE("firmware-wave", "Chargers restart by themselves, one after the other.", "share=100 lasts=5m"),
    SLOW_NETWORK("slow-network", "Messages arrive late, in both directions.", "percent=100 delay=500..3000 lasts=2m"),
    CLOCK_SKEW("clock-skew", "Clocks are wrong: moments in messages are shifted.", "share=100 by=-7m lasts=10m"),
    DUPLICATES("duplicates", "Messages arrive twice.", "percent=5 lasts=2m"),
    LOSSES("losses", "Messages get lost, in both directions.", "percent=2 lasts=2m"),
    FAULTS("faults", "Connectors break, and are mended.", "share=10 code=GROUND_FAILURE lasts=2m");

    private final String id;
    private final String title;
    private final Map<String, String> usual;

    DramaKind(String id, String title, String usual) {
        this.id = id;
        this.title = title;
        Map<String, String> settings = new LinkedHashMap<>();
        Arrays.stream(usual.split(" ")).map(pair -> pair.split("=", 2)).forEach(pair -> settings.put(pair[0], pair[1]));
        this.usual = java.util.Collections.unmodifiableMap(settings);
    }

    /** How people write it, such as {@code rush-hour}. */
    public String id() {
        return id;
    }

    /** What happens, in one sentence. */
    public String title() {
        return title;
    }

    /**
     * Its settings, and what they are when nobody says. {@code share}: per cent of the chargers (of the connectors, for
     * faults); {@code percent}: of the messages; {@code lasts}, {@code by}: a time such as {@code 90s}, {@code 5m};
     * {@code delay}: milliseconds, from and to.
     */
    public Map<String, String> usual() {
        return usual;
    }

    /**
     * The kind of that id.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static DramaKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("drama: no '" + id + "', there are " + String.join(", ", ids())));
    }

    /** All ids. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(DramaKind::id).collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return id;
    }
}
