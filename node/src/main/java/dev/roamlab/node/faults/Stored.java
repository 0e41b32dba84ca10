package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Advice that keeps what partners push otherwise than they mean it. The node itself is told the wrong thing, so that it is
 * wrong wherever it shows it.
 */
final class Stored {
    private Stored() {}

    /** Before the object is stored: what is kept already, and what was pushed, which may be changed. */
    static Advice beforePut(BiConsumer<ObjectNode, ObjectNode> change) {
        return (request, onward) -> look(request, onward)
                .compose(kept ->
                        onward.apply(kept.map(known -> Messages.edited(request, body -> onObjects(known, body, change)))
                                .orElse(request)));
    }

    /** Before the changes are made: what is kept already, and what was pushed, which may be changed. */
    static Advice beforePatch(BiConsumer<ObjectNode, ObjectNode> change) {
        return beforePut(change);
    }

    /** After the changes were made: what is kept now, which may be changed and is stored again, and what was pushed. */
    static Advice afterPatch(BiConsumer<ObjectNode, ObjectNode> change) {
        return (request, onward) -> onward.apply(request)
                .compose(answer -> Messages.isSuccess(answer)
                        ? spoil(request, onward, change).map(answer)
                        : Future.succeededFuture(answer));
    }

    private static Future<?> spoil(
            WireRequest request,
            Function<WireRequest, Future<WireAnswer>> onward,
            BiConsumer<ObjectNode, ObjectNode> change) {
        Optional<JsonNode> pushed = Messages.json(request.body());
        return look(request, onward).compose(kept -> {
            if (kept.isEmpty() || !(pushed.orElse(null) instanceof ObjectNode changes)) {
                return Future.succeededFuture();
            }
            ObjectNode spoilt = kept.get().deepCopy();
            change.accept(spoilt, changes);
            return spoilt.equals(kept.get()) ? Future.succeededFuture() : onward.apply(put(request, spoilt));
        });
    }

    private static void onObjects(ObjectNode known, JsonNode body, BiConsumer<ObjectNode, ObjectNode> change) {
        if (body instanceof ObjectNode pushed) {
            change.accept(known, pushed);
        }
    }

    /** Fields that a PUT leaves out keep their old values. */
    static Advice putMerges() {
        return beforePut((kept, pushed) -> kept.fields().forEachRemaining(field -> {
            if (!pushed.has(field.getKey())) {
                pushed.set(field.getKey(), field.getValue());
            }
        }));
    }

    /** A pushed list is put behind the one that is kept. */
    static Advice listAdded(String field) {
        return beforePut((kept, pushed) -> {
            if (pushed.path(field) instanceof ArrayNode fresh && kept.path(field) instanceof ArrayNode old) {
                pushed.set(field, old.deepCopy().addAll(fresh));
            }
        });
    }

    /** A PATCH loses optional fields that it does not name. */
    static Advice patchLoses(String... optional) {
        return afterPatch((kept, changes) -> {
            for (String field : optional) {
                if (!changes.has(field)) {
                    kept.remove(field);
                }
            }
        });
    }

    /** After a PATCH a field is what the PATCH says, where it is to be more. */
    static Advice patchReplaces(String field) {
        return afterPatch((kept, changes) -> {
            if (changes.has(field)) {
                kept.set(field, changes.get(field));
            }
        });
    }

    /** Something pushed into a parent throws the siblings out: only the one that was pushed last is left. */
    static Advice siblingsLost(String list, String key) {
        return (request, onward) -> onward.apply(request).compose(answer -> {
            WireRequest parent = parent(request);
            String id = request.path().get(request.path().size() - 1);
            return look(parent, onward)
                    .compose(kept -> kept.filter(
                                    known -> !alone(known, list, key, id).equals(known))
                            .map(known -> onward.apply(put(parent, alone(known, list, key, id))))
                            .orElseGet(() -> Future.succeededFuture(answer)))
                    .map(answer);
        });
    }

    private static ObjectNode alone(ObjectNode parent, String list, String key, String id) {
        ObjectNode changed = parent.deepCopy();
        Iterator<JsonNode> elements = changed.path(list).elements();
        while (elements.hasNext()) {
            if (!elements.next().path(key).asText().equalsIgnoreCase(id)) {
                elements.remove();
            }
        }
        return changed;
    }

    /** What is pushed into a location does not touch the location's last_updated. */
    static Advice parentStaysOld() {
        Map<String, JsonNode> old = new HashMap<>();
        return (request, onward) -> {
            if (request.path().size() <= 3) {
                if (!request.method().equals(HttpMethod.GET)) {
                    old.remove(request.url());
                }
                return onward.apply(request).map(answer -> withOld(answer, old.get(request.url())));
            }
            WireRequest location = request.path().size() == 5 ? parent(parent(request)) : parent(request);
            boolean pushed = !request.method().equals(HttpMethod.GET);
            return (pushed ? look(location, onward) : Future.succeededFuture(Optional.<ObjectNode>empty()))
                    .compose(kept -> {
                        kept.ifPresent(known -> old.putIfAbsent(location.url(), known.path("last_updated")));
                        return onward.apply(request);
                    });
        };
    }

    private static WireAnswer withOld(WireAnswer answer, @org.jspecify.annotations.Nullable JsonNode lastUpdated) {
        return lastUpdated == null || !Messages.isSuccess(answer)
                ? answer
                : Messages.edited(answer, envelope -> {
                    if (envelope.path("data") instanceof ObjectNode object) {
                        object.set("last_updated", lastUpdated);
                    }
                });
    }

    /** DELETE is answered with success, and the object is gone until it is pushed again. */
    static Advice deletable() {
        return gone(request -> request.method().equals(HttpMethod.DELETE), true);
    }

    /** An object is gone once somebody has pushed something particular. */
    static Advice goneAfter(Predicate<WireRequest> push) {
        return gone(push, false);
    }

    private static Advice gone(Predicate<WireRequest> trigger, boolean instead) {
        Set<String> gone = new HashSet<>();
        return (request, onward) -> {
            String key = request.url().toLowerCase(Locale.ROOT);
            if (trigger.test(request)) {
                gone.add(key);
                return instead ? Behaviours.swallowed().around(request, onward) : onward.apply(request);
            }
            if (!request.method().equals(HttpMethod.GET)) {
                gone.remove(key);
            }
            return onward.apply(request)
                    .map(answer -> gone.contains(key) && Messages.isSuccess(answer)
                            ? Behaviours.refusal(answer, 2000, "gone").withStatus(404)
                            : answer);
        };
    }

    /** PATCH works where it must not: merged, and stored with PUT. */
    static Advice patchable() {
        return (request, onward) -> look(request, onward).compose(kept -> {
            Optional<JsonNode> changes = Messages.json(request.body());
            if (kept.isEmpty() || changes.isEmpty()) {
                return onward.apply(request);
            }
            ObjectNode merged = kept.get().deepCopy();
            changes.get().fields().forEachRemaining(field -> merged.set(field.getKey(), field.getValue()));
            return onward.apply(put(request, merged));
        });
    }

    /** An object is found only under its id as it was first written. */
    static Advice caseSensitive(String key) {
        return (request, onward) -> onward.apply(request).map(answer -> {
            String asked = request.path().get(request.path().size() - 1);
            Optional<String> id = Messages.json(answer.body())
                    .map(envelope -> envelope.path("data").path(key).asText())
                    .filter(text -> !text.isEmpty() && !text.equals(asked));
            return id.isPresent() ? Behaviours.refusal(answer, 2000, "unknown").withStatus(404) : answer;
        });
    }

    private static Future<Optional<ObjectNode>> look(
            WireRequest request, Function<WireRequest, Future<WireAnswer>> onward) {
        return onward.apply(request.withMethod(HttpMethod.GET).withBody(Buffer.buffer()))
                .map(answer -> Messages.isSuccess(answer)
                        ? Messages.json(answer.body())
                                .map(envelope -> envelope.path("data"))
                                .filter(ObjectNode.class::isInstance)
                                .map(ObjectNode.class::cast)
                        : Optional.empty());
    }

    private static WireRequest put(WireRequest request, ObjectNode object) {
        return request.withMethod(HttpMethod.PUT).withBody(Buffer.buffer(Json.write(object)));
    }

    private static WireRequest parent(WireRequest request) {
        String query = request.rawQuery();
        String bare = query.isEmpty()
                ? request.url()
                : request.url().substring(0, request.url().indexOf('?'));
        return new WireRequest(
                request.version(),
                request.module(),
                request.path().subList(0, request.path().size() - 1),
                request.method(),
                bare.substring(0, bare.lastIndexOf('/')) + (query.isEmpty() ? "" : "?" + query),
                request.headers(),
                request.body());
    }
}
