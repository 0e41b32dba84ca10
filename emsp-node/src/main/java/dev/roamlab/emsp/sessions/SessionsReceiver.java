package dev.roamlab.emsp.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.emsp.Owned;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.Sessions;
import io.vertx.core.Future;

/** Sessions, receiver interface: what our drivers are charging right now. Spec: mod_sessions_emsp_interface. */
public final class SessionsReceiver {
    private static final String PERIODS = "charging_periods";

    private final Platform platform;
    private final ObjectCollection<Session> sessions;

    /** Prepares the interface; {@link #serve} offers it. */
    public SessionsReceiver(Platform platform, ObjectCollection<Session> sessions) {
        this.platform = platform;
        this.sessions = sessions;
    }

    /** Offers the interface. */
    public void serve() {
        platform.server().serve(Sessions.GET, this::get);
        platform.server().serve(Sessions.PUT, this::put);
        platform.server().serve(Sessions.PATCH, this::patch);
    }

    private Future<Answer<Session>> get(Call<Nothing> call) {
        return sessions.find(key(call))
                .map(found -> Answer.of(found.orElseThrow(
                        () -> OcpiException.notFound("session " + call.segment("session_id") + " is unknown here"))));
    }

    private Future<Answer<Nothing>> put(Call<Session> call) {
        Session session = call.object().value();
        Owned.requireSame(
                call.owner(), call.segment("session_id"), session.countryCode(), session.partyId(), session.id());
        return sessions.put(key(call), Keys.scope(call.owner()), session.lastUpdated(), call.object())
                .map(created -> created ? Answer.created() : Answer.done());
    }

    private Future<Answer<Nothing>> patch(Call<Session> call) {
        ObjectNode changes = call.changes();
        return sessions.patch(key(call), changes, session -> merge(session, changes))
                .map(changed -> Answer.done());
    }

    /** The periods in a PATCH are new ones: they are added, everything else replaces. Spec: mod_sessions_patch_method. */
    static Document<Session> merge(Document<Session> session, ObjectNode changes) {
        JsonNode added = changes.path(PERIODS);
        if (!added.isArray()) {
            return ObjectCollection.merge(session, changes);
        }
        ObjectNode whole = changes.deepCopy();
        ArrayNode periods = whole.putArray(PERIODS);
        session.json().path(PERIODS).forEach(periods::add);
        added.forEach(periods::add);
        return ObjectCollection.merge(session, whole);
    }

    private static String key(Call<?> call) {
        return Keys.of(call.owner(), call.segment("session_id"));
    }
}
