package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;

/**
 * Objects that their owner pushes, one URL each: sessions and tariffs, and tokens with a twist.
 * Spec: transport_and_format_client_owned_object_push.
 */
class ObjectReceiver implements Behaviour {
    private static final int OWNER_AND_ID = 3;

    private final boolean patchable;
    private final boolean deletable;

    ObjectReceiver(boolean patchable, boolean deletable) {
        this.patchable = patchable;
        this.deletable = deletable;
    }

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (incoming.rest().size() != OWNER_AND_ID) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        String method = incoming.method();
        boolean defined = method.equals("GET")
                || method.equals("PUT")
                || method.equals("PATCH") && patchable
                || method.equals("DELETE") && deletable;
        if (!defined) {
            throw Refused.method(incoming);
        }
        Shelf held = incoming.platform().held(incoming.module());
        String key = key(incoming);
        return Future.succeededFuture(
                switch (method) {
                    case "PUT" -> put(incoming, held, key);
                    case "PATCH" -> {
                        held.put(key, merged(present(held, key), object(incoming)));
                        yield Reply.done();
                    }
                    case "DELETE" -> {
                        present(held, key);
                        held.remove(key);
                        yield Reply.done();
                    }
                    default -> Reply.envelope(present(held, key));
                });
    }

    String key(Incoming incoming) {
        return String.join("/", incoming.rest());
    }

    String idField() {
        return "id";
    }

    ObjectNode merged(ObjectNode present, ObjectNode patch) {
        return Merge.of(present, patch);
    }

    ObjectNode present(Shelf held, String key) {
        return held.get(key).orElseThrow(() -> Refused.notFound(key));
    }

    private Reply put(Incoming incoming, Shelf held, String key) {
        ObjectNode object = object(incoming);
        List<String> path = incoming.rest();
        requireSame(object, "country_code", path.get(0));
        requireSame(object, "party_id", path.get(1));
        requireSame(object, idField(), path.get(2));
        return held.put(key, object) ? Reply.created() : Reply.done();
    }

    static ObjectNode object(Incoming incoming) {
        if (incoming.json() instanceof ObjectNode object) {
            return object;
        }
        throw Refused.invalid("the body is no JSON object");
    }

    /** A field that is missing is for the checks to judge; one that contradicts the URL cannot be stored. */
    static void requireSame(ObjectNode object, String field, String inUrl) {
        String inBody = object.path(field).asText("");
        if (!inBody.isEmpty() && !inBody.equalsIgnoreCase(inUrl)) {
            throw Refused.invalid("/" + field + ": " + inBody + " in the body, " + inUrl + " in the URL");
        }
    }
}
