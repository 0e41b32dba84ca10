package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Ways to spoil an object. A path such as {@code evses.connectors.voltage} goes through lists, to each of their elements.
 */
final class Edits {
    private Edits() {}

    /** Something done to a JSON tree, in place. */
    @FunctionalInterface
    interface Edit extends Consumer<JsonNode> {
        default Edit then(Edit next) {
            return root -> {
                accept(root);
                next.accept(root);
            };
        }
    }

    /** Leaves a field out. */
    static Edit drop(String path) {
        return at(path, ObjectNode::remove);
    }

    /** Calls a field otherwise. */
    static Edit rename(String path, String name) {
        return at(path, (parent, field) -> {
            if (parent.has(field)) {
                parent.set(name, parent.remove(field));
            }
        });
    }

    /** Gives a field a value, present or not. */
    static Edit put(String path, JsonNode value) {
        return at(path, (parent, field) -> parent.set(field, value));
    }

    /** Gives a field a text, present or not. */
    static Edit put(String path, String value) {
        return at(path, (parent, field) -> parent.put(field, value));
    }

    /** Gives a field another value where it has one. */
    static Edit change(String path, UnaryOperator<JsonNode> change) {
        return at(path, (parent, field) -> {
            if (parent.hasNonNull(field)) {
                parent.set(field, change.apply(parent.get(field)));
            }
        });
    }

    /** Does something to each object at a path; an empty path is the root. */
    static Edit each(String path, Consumer<ObjectNode> edit) {
        return path.isEmpty()
                ? root -> objects(root, edit)
                : at(path, (parent, field) -> {
                    if (parent.has(field)) {
                        objects(parent.get(field), edit);
                    }
                });
    }

    private static void objects(JsonNode node, Consumer<ObjectNode> edit) {
        if (node instanceof ObjectNode object) {
            edit.accept(object);
        } else if (node.isArray()) {
            node.forEach(element -> objects(element, edit));
        }
    }

    private static Edit at(String path, BiConsumer<ObjectNode, String> edit) {
        int dot = path.lastIndexOf('.');
        String field = path.substring(dot + 1);
        return each(dot < 0 ? "" : path.substring(0, dot), parent -> edit.accept(parent, field));
    }
}
