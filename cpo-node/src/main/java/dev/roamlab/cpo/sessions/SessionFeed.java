package dev.roamlab.cpo.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.sessions.Sessions;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps eMSPs up to date about their sessions: a new one by PUT, then by PATCH what changed. Charging periods in a PATCH are
 * appended by the receiver, so it carries only those that the eMSP has not got; when that is in doubt, the whole session goes
 * by PUT. Used on the node's event loop only. Spec: mod_sessions_patch_method.
 */
final class SessionFeed {
    private static final String PERIODS = "charging_periods";
    private static final String LAST_UPDATED = "last_updated";

    private final Audience audience;
    private final Map<String, Document<Session>> latest = new HashMap<>();
    /** What the eMSP is known to hold. */
    private final Map<String, Document<Session>> acknowledged = new HashMap<>();

    SessionFeed(Audience audience) {
        this.audience = audience;
    }

    /** Whether a session says the same as the last time, but for its {@code last_updated}. */
    boolean isOldNews(Document<Session> session) {
        Document<Session> before = latest.get(session.value().id().folded());
        return before != null && undated(before).equals(undated(session));
    }

    private static ObjectNode undated(Document<Session> session) {
        ObjectNode json = session.json().deepCopy();
        json.remove(LAST_UPDATED);
        return json;
    }

    /** A session is new or has changed. */
    void tell(String partnerId, Document<Session> session) {
        if (partnerId.isEmpty()) {
            return;
        }
        String id = session.value().id().folded();
        latest.put(id, session);
        audience.deliver(partnerId, "session " + session.value().id(), client -> deliver(client, id));
    }

    /** Several changes may have come together while others were on their way: what counts is how things stand now. */
    private Future<?> deliver(PartnerClient client, String id) {
        Document<Session> now = latest.get(id);
        Document<Session> known = acknowledged.get(id);
        if (!client.offers(Sessions.PUT)) {
            latest.remove(id);
            return Future.succeededFuture();
        }
        if (now == null || now.equals(known)) {
            return Future.succeededFuture();
        }
        Optional<ObjectNode> changes = known == null ? Optional.empty() : changes(known, now);
        Future<?> sent = changes.isPresent() ? patch(client, now, changes.get()) : put(client, now);
        return sent.onSuccess(done -> acknowledged.put(id, now))
                .onFailure(lost -> acknowledged.remove(id))
                .onComplete(done -> forgetIfOver(id, now));
    }

    /** What the eMSP missed of a session that is over it fetches from our list. */
    private void forgetIfOver(String id, Document<Session> now) {
        boolean over =
                now.value().status() == SessionStatus.COMPLETED || now.value().status() == SessionStatus.INVALID;
        if (over && now.equals(latest.get(id))) {
            latest.remove(id);
            acknowledged.remove(id);
        }
    }

    /** A PATCH that was refused leaves it open what the eMSP holds; one that got no answer, too. */
    private static Future<Boolean> patch(PartnerClient client, Document<Session> now, ObjectNode changes) {
        return client.patch(Sessions.PATCH, path(now), "", changes)
                .map(true)
                .recover(failure -> failure instanceof PartnerException refusal && !refusal.mayPass()
                        ? lookAndPut(client, now)
                        : Future.failedFuture(failure));
    }

    /** Looks at what the eMSP holds, and replaces it unless it is right after all. Spec: mod_sessions_patch_method. */
    private static Future<Boolean> lookAndPut(PartnerClient client, Document<Session> now) {
        return client.call(Sessions.GET, path(now), "")
                .compose(reply -> client.object(Sessions.GET, reply))
                .map(copy -> copy.value().equals(now.value()))
                .recover(failure -> failure instanceof PartnerException
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure))
                .compose(same ->
                        same ? Future.succeededFuture(true) : put(client, now).map(done -> true));
    }

    private static Future<?> put(PartnerClient client, Document<Session> now) {
        return client.call(Sessions.PUT, path(now), "", now);
    }

    /** What differs; empty when a PATCH cannot say it. */
    private static Optional<ObjectNode> changes(Document<Session> known, Document<Session> now) {
        ObjectNode changes = Json.object();
        for (Map.Entry<String, JsonNode> field : now.json().properties()) {
            if (!field.getValue().equals(known.json().get(field.getKey()))) {
                changes.set(field.getKey(), field.getValue());
            }
        }
        boolean fieldGone =
                known.json().properties().stream().anyMatch(field -> !now.json().has(field.getKey()));
        int before = known.value().chargingPeriods().size();
        boolean appended = now.value().chargingPeriods().size() >= before
                && now.value()
                        .chargingPeriods()
                        .subList(0, before)
                        .equals(known.value().chargingPeriods());
        if (fieldGone || !appended) {
            return Optional.empty();
        }
        if (changes.has(PERIODS)) {
            ArrayNode added = Json.array();
            JsonNode all = changes.path(PERIODS);
            for (int i = before; i < all.size(); i++) {
                added.add(all.get(i));
            }
            changes.set(PERIODS, added);
        }
        changes.set(LAST_UPDATED, now.json().path(LAST_UPDATED));
        return Optional.of(changes);
    }

    private static Map<String, String> path(Document<Session> session) {
        return Map.of(
                "country_code", session.value().countryCode().value(),
                "party_id", session.value().partyId().value(),
                "session_id", session.value().id().value());
    }
}
