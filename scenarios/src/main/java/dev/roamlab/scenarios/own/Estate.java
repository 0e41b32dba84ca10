package dev.roamlab.scenarios.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.types.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The locations of one owner, as text, with the few that matter remembered. */
final class Estate {
    private static final int SPOTS = 8;

    private final Party owner;
    private final List<String> texts = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private final List<Candidate> best = new ArrayList<>();
    private Instant latestUpdate = Instant.EPOCH;
    private int usable;

    Estate(Party owner) {
        this.owner = owner;
    }

    /**
     * A location where something can happen to an EVSE.
     *
     * @param evses uids of those that can get another status
     */
    record Spot(int index, Location location, List<String> evses) {}

    void add(Document<Location> location, Optional<Lack> lack, Audition audition) {
        int index = texts.size();
        texts.add(location.text());
        Location value = location.value();
        latestUpdate = latest(latestUpdate, latestUpdate(value));
        if (spots.size() < SPOTS) {
            spot(value, index).ifPresent(spots::add);
        }
        if (lack.isEmpty()) {
            usable++;
            enter(audition.judge(value, index));
        }
    }

    /** Keeps the two best; the earlier of two equals stays in front. */
    private void enter(Candidate candidate) {
        int place = 0;
        while (place < best.size() && best.get(place).score() >= candidate.score()) {
            place++;
        }
        best.add(place, candidate);
        if (best.size() > 2) {
            best.remove(2);
        }
    }

    /** A location whose EVSEs are all in order, so that one that is not can be told from the others. */
    static Optional<Spot> spot(Location location, int index) {
        List<Evse> existing = location.evses().stream().filter(Socket::exists).toList();
        boolean orderly = existing.stream().noneMatch(evse -> evse.status() == Status.OUTOFORDER);
        return existing.isEmpty() || !orderly
                ? Optional.empty()
                : Optional.of(new Spot(
                        index,
                        location,
                        existing.stream().map(evse -> evse.uid().value()).toList()));
    }

    private static Instant latestUpdate(Location location) {
        Instant latest = location.lastUpdated();
        for (Evse evse : location.evses()) {
            latest = latest(latest, evse.lastUpdated());
            for (Connector connector : evse.connectors()) {
                latest = latest(latest, connector.lastUpdated());
            }
        }
        return latest;
    }

    static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Party owner() {
        return owner;
    }

    List<String> texts() {
        return texts;
    }

    ObjectNode json(int index) {
        return Json.parseOwn(texts.get(index));
    }

    List<Spot> spots() {
        return spots;
    }

    /** The best candidate, and the next best if there is one. */
    List<Candidate> best() {
        return best;
    }

    Instant latestUpdate() {
        return latestUpdate;
    }

    int usable() {
        return usable;
    }
}
