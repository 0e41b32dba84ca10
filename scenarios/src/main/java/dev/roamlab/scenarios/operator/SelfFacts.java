package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.Role;
import java.util.List;
import java.util.Optional;

/**
 * What a tester has to know of one of our nodes: the ids that are there from the start.
 *
 * @param startable connectors at which a session can start, each free at the start, the best first
 * @param location an id that the node knows; a CPO's only
 * @param tokens known ones by what they are good for; an eMSP's only
 */
public record SelfFacts(Role role, List<Place> startable, Optional<String> location, Optional<Tokens> tokens) {
    private static final String LIVE = "KAN-LIVE-1";

    /** A connector in OCPI's terms. */
    public record Place(String locationId, String evseUid, String connectorId) {}

    /** Uids of tokens: one that may charge, one that is blocked, one that nobody issued, one for some places only. */
    public record Tokens(String valid, String blocked, String unknown, String locationDependent) {}

    static SelfFacts of(Role role) {
        return role == Role.CPO ? cpo() : emsp();
    }

    /** The sixth charger belongs to the charge that is under way from the registration on. */
    private static SelfFacts cpo() {
        return new SelfFacts(
                Role.CPO,
                List.of(
                        new Place(LIVE, "KAN-L1-1", "1"),
                        new Place(LIVE, "KAN-L1-2", "1"),
                        new Place(LIVE, "KAN-L1-3", "1"),
                        new Place(LIVE, "KAN-L1-4", "1"),
                        new Place(LIVE, "KAN-L1-5", "1"),
                        new Place("KAN-LIVE-2", "KAN-L2-1", "1"),
                        new Place("KAN-LIVE-2", "KAN-L2-2", "1"),
                        new Place("KAN-LIVE-2", "KAN-L2-3", "1")),
                Optional.of("KAN-GARAGE"),
                Optional.empty());
    }

    private static SelfFacts emsp() {
        return new SelfFacts(
                Role.EMSP,
                List.of(),
                Optional.empty(),
                Optional.of(new Tokens("04VOLVALID0001", "04VOLBLOCKED01", "04NOBODYSCARD1", "04VOLHOMEONLY1")));
    }

    /** The same in the form of the {@code known} section of a file that describes a system under test. */
    public ObjectNode json() {
        ObjectNode known = Json.object();
        location.ifPresent(id -> known.put("location_id", id));
        if (!startable.isEmpty()) {
            ArrayNode places = known.putArray("startable");
            startable.forEach(place -> places.addObject()
                    .put("location_id", place.locationId())
                    .put("evse_uid", place.evseUid())
                    .put("connector_id", place.connectorId()));
        }
        tokens.ifPresent(uids -> known.putObject("tokens")
                .put("valid", uids.valid())
                .put("blocked", uids.blocked())
                .put("unknown", uids.unknown())
                .put("location_dependent", uids.locationDependent()));
        return known;
    }
}
