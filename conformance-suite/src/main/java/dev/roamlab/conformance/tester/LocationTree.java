package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A Location as a tree: EVSEs by uid, connectors by id below them. */
final class LocationTree {
    private static final List<String> LISTS = List.of("evses", "connectors");
    private static final List<String> IDS = List.of("uid", "id");

    private LocationTree() {}

    /** The part at a path of EVSE uid and connector id; the Location itself where the path is empty. */
    static Optional<ObjectNode> at(ObjectNode location, List<String> path) {
        Optional<ObjectNode> found = Optional.of(location);
        for (int depth = 0; depth < path.size() && found.isPresent(); depth++) {
            if (depth == LISTS.size()) {
                return Optional.empty();
            }
            int level = depth;
            found = found.flatMap(parent -> child(parent, level, path.get(level)));
        }
        return found;
    }

    private static Optional<ObjectNode> child(ObjectNode parent, int depth, String id) {
        for (JsonNode child : parent.path(LISTS.get(depth))) {
            if (child instanceof ObjectNode object
                    && object.path(IDS.get(depth)).asText().equalsIgnoreCase(id)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /**
     * The Location with the part at the path replaced or added. What lies above is as new as the part.
     *
     * @return empty when there is nothing to hang the part on
     */
    static Optional<ObjectNode> with(ObjectNode location, List<String> path, ObjectNode part) {
        ObjectNode changed = location.deepCopy();
        Optional<ObjectNode> parent = at(changed, path.subList(0, path.size() - 1));
        parent.ifPresent(above -> {
            int depth = path.size() - 1;
            ArrayNode list = above.withArray(LISTS.get(depth));
            int index = 0;
            while (index < list.size()
                    && !list.get(index).path(IDS.get(depth)).asText().equalsIgnoreCase(path.get(depth))) {
                index++;
            }
            if (index < list.size()) {
                list.set(index, part);
            } else {
                list.add(part);
            }
            for (int above2 = 0; above2 < path.size(); above2++) {
                touch(changed, path.subList(0, above2), part.path("last_updated"));
            }
        });
        return parent.map(above -> changed);
    }

    /** Changes fields of the EVSE of a place. */
    static void change(Shelf locations, Spot spot, ObjectNode fields) {
        List<String> path = List.of(spot.evseUid());
        locations.change(
                spot.locationId(),
                location -> at(location, path)
                        .flatMap(evse -> with(location, path, Merge.of(evse, fields)))
                        .orElse(location));
    }

    private static void touch(ObjectNode location, List<String> path, JsonNode lastUpdated) {
        if (lastUpdated.isTextual()) {
            at(location, path).ifPresent(part -> part.set("last_updated", lastUpdated));
        }
    }
}
