package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Future;
import java.util.List;

/** Sessions as their CPO offers them, and what drivers prefer. Spec: mod_sessions_cpo_interface. */
final class SessionsSender implements Behaviour {
    private static final String PREFERENCES = "charging_preferences";

    private final Behaviour list = new ListOnlySender(true);

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (incoming.rest().isEmpty()) {
            return list.answer(incoming);
        }
        if (incoming.rest().size() != 2 || !incoming.rest().get(1).equals(PREFERENCES)) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        if (!incoming.method().equals("PUT")) {
            throw Refused.method(incoming);
        }
        return Future.succeededFuture(Reply.envelope(TextNode.valueOf(preferred(incoming))));
    }

    private static String preferred(Incoming incoming) {
        String id = incoming.rest().get(0);
        ObjectNode session =
                incoming.platform().owned("sessions").get(id).orElseThrow(() -> Refused.notFound("session " + id));
        ObjectNode preferences = ObjectReceiver.object(incoming);
        if (preferences.path("profile_type").asText("").isEmpty()) {
            throw Refused.invalid("/profile_type: required");
        }
        requireCapable(incoming, session);
        return session.path("status").asText().equals("ACTIVE") ? "ACCEPTED" : "NOT_POSSIBLE";
    }

    /** HTTP 404 with 2001 is what the specification asks for here (mod_sessions_charging_preferences_response_enum). */
    private static void requireCapable(Incoming incoming, ObjectNode session) {
        boolean incapable = incoming.platform()
                .owned("locations")
                .get(session.path("location_id").asText())
                .flatMap(location -> LocationTree.at(
                        location, List.of(session.path("evse_uid").asText())))
                .filter(evse -> !evse.path("capabilities").toString().contains("CHARGING_PREFERENCES_CAPABLE"))
                .isPresent();
        if (incapable) {
            throw new Refused(404, 2001, "the EVSE takes no charging preferences");
        }
    }
}
