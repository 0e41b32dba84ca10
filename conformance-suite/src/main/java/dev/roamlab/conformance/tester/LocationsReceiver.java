package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Locations that a CPO under test pushes: whole ones, EVSEs and connectors. Spec: mod_locations_emsp_interface. */
final class LocationsReceiver implements Behaviour {
    private static final int OWNER_AND_ID = 3;
    private static final int DEEPEST = 5;

    @Override
    public Future<Reply> answer(Incoming incoming) {
        List<String> path = incoming.rest();
        if (path.size() < OWNER_AND_ID || path.size() > DEEPEST) {
            throw Refused.notFound("/" + String.join("/", path));
        }
        String key = String.join("/", path.subList(0, OWNER_AND_ID));
        List<String> inside = path.subList(OWNER_AND_ID, path.size());
        return Future.succeededFuture(
                switch (incoming.method()) {
                    case "GET" -> Reply.envelope(present(incoming, key, inside));
                    case "PUT" -> put(incoming, key, inside);
                    case "PATCH" -> patch(incoming, key, inside);
                    default -> throw Refused.method(incoming);
                });
    }

    private static ObjectNode present(Incoming incoming, String key, List<String> inside) {
        return held(incoming)
                .get(key)
                .flatMap(location -> LocationTree.at(location, inside))
                .orElseThrow(() -> new Refused(404, 2003, "there is no " + String.join("/", incoming.rest())));
    }

    private static Reply put(Incoming incoming, String key, List<String> inside) {
        ObjectNode object = ObjectReceiver.object(incoming);
        String idField = inside.size() == 1 ? "uid" : "id";
        ObjectReceiver.requireSame(
                object, idField, incoming.rest().get(incoming.rest().size() - 1));
        if (inside.isEmpty()) {
            return held(incoming).put(key, object) ? Reply.created() : Reply.done();
        }
        Optional<ObjectNode> location = held(incoming).get(key);
        boolean known = location.flatMap(is -> LocationTree.at(is, inside)).isPresent();
        ObjectNode changed = location.flatMap(is -> LocationTree.with(is, inside, object))
                .orElseThrow(() -> new Refused(404, 2003, "there is no Location or EVSE to add it to"));
        held(incoming).put(key, changed);
        return known ? Reply.done() : Reply.created();
    }

    private static Reply patch(Incoming incoming, String key, List<String> inside) {
        ObjectNode merged = Merge.of(present(incoming, key, inside), ObjectReceiver.object(incoming));
        ObjectNode changed = inside.isEmpty()
                ? merged
                : held(incoming)
                        .get(key)
                        .flatMap(location -> LocationTree.with(location, inside, merged))
                        .orElse(merged);
        held(incoming).put(key, changed);
        return Reply.done();
    }

    private static Shelf held(Incoming incoming) {
        return incoming.platform().held("locations");
    }
}
