package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Objects of one module, in the order of their creation. Keys are compared without case, as CiString asks. What goes in and
 * what comes out are copies. Thread-safe.
 */
public final class Shelf {
    /** An object and its place in the order. */
    record Entry(long number, ObjectNode object) {}

    private final String idField;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long last;

    Shelf(String idField) {
        this.idField = idField;
    }

    /** Puts an object under its own id. */
    public boolean put(ObjectNode object) {
        return put(object.path(idField).asText(), object);
    }

    /**
     * Puts an object; one that was there keeps its place.
     *
     * @return whether it is new
     */
    public synchronized boolean put(String key, ObjectNode object) {
        Entry before = entries.get(folded(key));
        long number = before == null ? ++last : before.number();
        entries.put(folded(key), new Entry(number, object.deepCopy()));
        return before == null;
    }

    /** Changes an object in place; nothing happens when there is none. */
    public synchronized Optional<ObjectNode> change(String key, UnaryOperator<ObjectNode> change) {
        return get(key).map(change).map(changed -> {
            put(key, changed);
            return changed;
        });
    }

    /** Takes an object away. */
    public synchronized Optional<ObjectNode> remove(String key) {
        return Optional.ofNullable(entries.remove(folded(key))).map(Entry::object);
    }

    /** The object under this key. */
    public synchronized Optional<ObjectNode> get(String key) {
        return Optional.ofNullable(entries.get(folded(key)))
                .map(entry -> entry.object().deepCopy());
    }

    /** The first object with this id, whoever owns it. */
    public Optional<ObjectNode> byId(String id) {
        return list().stream()
                .filter(object -> object.path(idField).asText().equalsIgnoreCase(id))
                .findFirst();
    }

    /** All objects, the oldest first. */
    public List<ObjectNode> list() {
        return entries().stream().map(entry -> entry.object().deepCopy()).toList();
    }

    /** Number of objects. */
    public synchronized int size() {
        return entries.size();
    }

    /** Takes everything away. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
