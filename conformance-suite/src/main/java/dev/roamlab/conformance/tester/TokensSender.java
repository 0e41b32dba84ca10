package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import io.vertx.core.Future;
import java.util.UUID;

/** Tokens as their eMSP offers them, and real-time authorization. Spec: mod_tokens_emsp_interface. */
final class TokensSender implements Behaviour {
    private final Behaviour list = new ListOnlySender(false);

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (incoming.rest().isEmpty()) {
            return list.answer(incoming);
        }
        if (incoming.rest().size() != 2 || !incoming.rest().get(1).equals("authorize")) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        if (!incoming.method().equals("POST")) {
            throw Refused.method(incoming);
        }
        return Future.succeededFuture(authorized(incoming, incoming.rest().get(0)));
    }

    private static Reply authorized(Incoming incoming, String uid) {
        Platform platform = incoming.platform();
        var arranged = platform.authorization(uid);
        if (arranged.isPresent()) {
            return Reply.envelope(arranged.get());
        }
        String type = incoming.query().getOrDefault("type", "RFID");
        SpecVersion version = incoming.version().orElse(SpecVersion.V2_3_0);
        ObjectNode token = platform.owned("tokens")
                .get(uid)
                .map(found -> Forms.in(version, found))
                .filter(found -> found.path("type").asText().equals(type))
                .orElseThrow(() -> new Refused(404, 2004, "token " + uid + " of type " + type + " is not known"));
        return Reply.envelope(information(token, incoming.json()));
    }

    private static ObjectNode information(ObjectNode token, JsonNode place) {
        boolean valid = token.path("valid").asBoolean();
        ObjectNode information = JsonNodeFactory.instance.objectNode().put("allowed", valid ? "ALLOWED" : "BLOCKED");
        information.set("token", token);
        if (valid) {
            if (place.isObject()) {
                information.set("location", place);
            }
            information.put("authorization_reference", UUID.randomUUID().toString());
        }
        return information;
    }
}
