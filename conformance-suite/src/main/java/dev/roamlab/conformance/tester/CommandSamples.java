package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Valid bodies of commands. */
public final class CommandSamples {
    private final Samples samples;

    CommandSamples(Samples samples) {
        this.samples = samples;
    }

    /** START_SESSION; the EVSE may be left to the driver, and is required when a connector is named. */
    public ObjectNode start(
            SpecVersion version,
            URI responseUrl,
            ObjectNode token,
            String locationId,
            Optional<String> evseUid,
            Optional<String> connectorId) {
        ObjectNode command = body(responseUrl);
        command.set("token", Forms.in(version, token));
        command.put("location_id", locationId);
        evseUid.ifPresent(uid -> command.put("evse_uid", uid));
        connectorId.ifPresent(id -> command.put("connector_id", id));
        return command.put("authorization_reference", samples.id("AUTH"));
    }

    /** STOP_SESSION. */
    public ObjectNode stop(URI responseUrl, String sessionId) {
        return body(responseUrl).put("session_id", sessionId);
    }

    /** RESERVE_NOW for half an hour under a fresh reservation id. */
    public ObjectNode reserve(
            SpecVersion version, URI responseUrl, ObjectNode token, String locationId, Optional<String> evseUid) {
        ObjectNode command = body(responseUrl);
        command.set("token", Forms.in(version, token));
        Instant expiry = Instant.now().plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        command.put("expiry_date", Moments.text(expiry))
                .put("reservation_id", samples.id("RES"))
                .put("location_id", locationId);
        evseUid.ifPresent(uid -> command.put("evse_uid", uid));
        return command.put("authorization_reference", samples.id("AUTH"));
    }

    /** CANCEL_RESERVATION. */
    public ObjectNode cancel(URI responseUrl, String reservationId) {
        return body(responseUrl).put("reservation_id", reservationId);
    }

    /** UNLOCK_CONNECTOR. */
    public ObjectNode unlock(URI responseUrl, String locationId, String evseUid, String connectorId) {
        return body(responseUrl)
                .put("location_id", locationId)
                .put("evse_uid", evseUid)
                .put("connector_id", connectorId);
    }

    private static ObjectNode body(URI responseUrl) {
        return JsonNodeFactory.instance.objectNode().put("response_url", responseUrl.toString());
    }
}
