package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Shape.Slot;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Optional;

/** Fields that the model has and a version does not. Spec: transport_and_format_unknown_fields. */
final class Undocumented {
    private Undocumented() {}

    /** The tree without those fields of later versions in which a problem lies; empty when there is none. */
    static Optional<JsonNode> without(JsonNode wire, Class<?> type, OcpiVersion version, List<Problem> problems) {
        JsonNode pruned = wire.deepCopy();
        boolean changed = false;
        for (Problem problem : problems) {
            Optional<String> owner = owner(type, version, problem.pointer());
            if (owner.isPresent()) {
                int slash = owner.get().lastIndexOf('/');
                if (pruned.at(owner.get().substring(0, slash)) instanceof ObjectNode object) {
                    changed |= object.remove(owner.get().substring(slash + 1)) != null;
                }
            }
        }
        return changed ? Optional.of(pruned) : Optional.empty();
    }

    /** The pointer of the outermost field of a later version on the way to a problem. */
    private static Optional<String> owner(Class<?> root, OcpiVersion version, String pointer) {
        Class<?> type = root;
        StringBuilder way = new StringBuilder();
        for (String step : pointer.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            way.append('/').append(step);
            Optional<Slot> slot = Shape.isObject(type) ? Shape.of(type).slot(step) : Optional.empty();
            if (slot.isPresent()) {
                if (slot.get().since().compareTo(version) > 0) {
                    return Optional.of(way.toString());
                }
                type = slot.get().element();
            }
        }
        return Optional.empty();
    }
}
