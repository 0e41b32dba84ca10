package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a CPO under test said about its Sessions, by session, in the order in which it was said. */
final class Traffic {
    private static final String PERIODS = "charging_periods";

    private final Map<String, List<View>> views = new LinkedHashMap<>();

    private Traffic(Probe probe) {
        List<WireExchange> exchanges = new ArrayList<>(probe.evidence().all());
        exchanges.sort(Comparator.comparing(WireExchange::at));
        for (WireExchange exchange : exchanges) {
            for (SeenObject object : probe.seen().in(exchange)) {
                if (object.type().equals("Session") && object.isOwn()) {
                    add(object);
                }
            }
        }
    }

    /** All that was said until now. */
    static Traffic of(Probe probe) {
        return new Traffic(probe);
    }

    /** All that was said in the run; put together once. */
    static Traffic atTheEnd(Probe probe) {
        return probe.once("what was said about sessions", () -> new Traffic(probe));
    }

    /** The calls of the system under test on our Sessions receiver. */
    static List<WireExchange> calls(Probe probe) {
        return probe.evidence().received(call -> isAt(probe, call, Side.RECEIVER));
    }

    /** Whether a call went to this interface of ours in the version under test. */
    static boolean isAt(Probe probe, WireExchange call, Side side) {
        return call.target()
                .filter(target -> target.is("sessions", side)
                        && target.version()
                                .filter(version -> version != probe.version())
                                .isEmpty())
                .isPresent();
    }

    /** The id in the URL of a push. */
    static String idInUrl(WireExchange push) {
        List<String> rest = push.target().map(target -> target.rest()).orElse(List.of());
        return rest.size() > 2 ? rest.get(2) : "";
    }

    private void add(SeenObject object) {
        WireExchange exchange = object.exchange();
        boolean pushed = exchange.fromSut();
        String id = pushed ? idInUrl(exchange) : object.text("id");
        List<View> known = views.computeIfAbsent(View.key(id), key -> new ArrayList<>());
        JsonNode held = pushed ? held(known) : MissingNode.getInstance();
        JsonNode whole = object.json();
        if (object.partial()) {
            whole = held instanceof ObjectNode present ? merged(present, object.json()) : held;
        }
        // What we refused is no part of our copy.
        boolean stored = !pushed || exchange.accepted();
        known.add(new View(pushed, object.json(), stored ? whole : held, exchange, object.pointer()));
    }

    private static JsonNode held(List<View> known) {
        return known.stream()
                .filter(View::pushed)
                .map(View::whole)
                .reduce((first, last) -> last)
                .orElse(MissingNode.getInstance());
    }

    private static ObjectNode merged(ObjectNode present, JsonNode patch) {
        ObjectNode merged = present.deepCopy();
        patch.properties().forEach(field -> {
            if (field.getKey().equals(PERIODS) && field.getValue().isArray()) {
                ArrayNode all = merged.withArray(PERIODS);
                field.getValue().forEach(all::add);
            } else if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        });
        return merged;
    }

    /** Each session's views. */
    List<List<View>> sessions() {
        return List.copyOf(views.values());
    }

    /** All views, session by session. */
    List<View> all() {
        return views.values().stream().flatMap(List::stream).toList();
    }

    /** What was said about a session. */
    List<View> of(String id) {
        return views.getOrDefault(View.key(id), List.of());
    }

    /** Each session as it was seen last, whole. */
    List<View> last() {
        return views.values().stream().flatMap(said -> last(said).stream()).toList();
    }

    /** The latest whole view. */
    static Optional<View> last(List<View> said) {
        return said.stream()
                .filter(view -> view.whole().isObject())
                .reduce((one, other) -> isNewer(one, other) ? one : other);
    }

    private static boolean isNewer(View one, View other) {
        return one.moment("last_updated")
                .flatMap(first -> other.moment("last_updated").map(first::isAfter))
                .orElse(false);
    }

    /** The latest copy of a receiver that was told everything. */
    JsonNode copy(String id) {
        return held(of(id));
    }
}
