package dev.roamlab.scenarios.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names for what the wire calls by labels and addresses, so that a narration neither shows ports nor needs to know them.
 *
 * @param actors by label, such as {@code NL-VOL} or {@code station:ZON-1}; several labels may mean one actor
 * @param addresses what to show instead of a base URL, such as {@code http://127.0.0.1:40123}
 */
public record Places(Map<String, Actor> actors, Map<String, String> addresses) {

    /** Names; the maps are copied, in order. */
    public Places {
        actors = new LinkedHashMap<>(actors);
        addresses = new LinkedHashMap<>(addresses);
    }

    /**
     * Who takes part in an exchange.
     *
     * @param name for people, such as {@code Kantstroom}
     */
    public record Actor(Who who, String name) {}

    /** Who is meant by a label in the exchange log; empty for a stranger. */
    public Optional<Actor> actor(String label) {
        return Optional.ofNullable(actors.get(label));
    }

    /** A text in which every known address is replaced by its name. */
    public String named(String text) {
        String named = text;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            named = named.replace(address.getKey(), address.getValue());
        }
        return named;
    }
}
