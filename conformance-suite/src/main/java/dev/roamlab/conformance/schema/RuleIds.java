package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which requirements a keyword proves in its place. The notation is explained in {@code schemas/types.yaml}. */
final class RuleIds {
    /** The rules about a field itself, as against how its value is written. */
    private static final Set<String> ABOUT_FIELDS =
            Set.of("type", "minLength", "maxLength", "minimum", "maximum", "minItems");

    private final ObjectNode everywhere;
    private final Specialiser version;

    RuleIds(ObjectNode everywhere, Specialiser version) {
        this.everywhere = everywhere;
        this.version = version;
    }

    List<String> everywhere(String kind) {
        return version.ids(everywhere.path(kind));
    }

    /** The scope of an object on its own. */
    Scope scopeOf(JsonNode definition) {
        List<String> own = version.ids(definition.path("x-requirements").path("required"));
        return new Scope(own, List.of(), List.of());
    }

    /** The scope of a field of an object. */
    Scope scopeOf(JsonNode object, JsonNode field, boolean required, Scope outer) {
        JsonNode own = field.has("x-requirement")
                ? field.path("x-requirement")
                : object.path("x-requirements").path(required ? "required" : "optional");
        List<String> also = new ArrayList<>(outer.also());
        also.addAll(version.ids(field.path("x-also")));
        List<String> instead = field.has("x-instead") ? version.ids(field.path("x-instead")) : outer.instead();
        return new Scope(outer.instead().isEmpty() ? version.ids(own) : outer.instead(), List.copyOf(also), instead);
    }

    /** What a keyword of a subschema proves. */
    Set<String> of(JsonNode schema, String keyword, Scope scope) {
        List<String> written = written(schema, keyword);
        Set<String> ids = new LinkedHashSet<>(replaced(written, scope));
        boolean aboutField = ABOUT_FIELDS.contains(keyword);
        if (aboutField) {
            ids.addAll(scope.field());
        }
        // How a value is written is no matter of the objects around it.
        if (aboutField || keyword.equals("enum")) {
            ids.addAll(scope.also());
        }
        ids.addAll(everywhere(kind(schema, keyword)));
        return ids;
    }

    /** What a member of {@code allOf} proves. */
    Set<String> ofCondition(JsonNode member, Scope scope) {
        List<String> written = version.ids(member.path("x-requirement"));
        if (member.has("x-advice")) {
            return new LinkedHashSet<>(written);
        }
        Set<String> ids = new LinkedHashSet<>(replaced(written, scope));
        boolean notation = member.has("pattern") || member.has("maxLength");
        if (!notation || written.stream().anyMatch(RuleIds::ofModule)) {
            ids.addAll(scope.also());
        }
        return ids;
    }

    /** What the presence of a field proves. */
    Set<String> ofMissing(JsonNode object, JsonNode field, Scope scope) {
        Set<String> ids = new LinkedHashSet<>(
                replaced(version.ids(object.path("x-requirements").path("required")), scope));
        ids.addAll(replaced(version.ids(field.path("x-requirements").path("required")), scope));
        ids.addAll(scope.also());
        boolean list = field.path("type").asText().equals("array");
        ids.addAll(everywhere(list ? "requiredList" : "required"));
        return ids;
    }

    private List<String> written(JsonNode schema, String keyword) {
        JsonNode byKeyword = schema.path("x-requirements").path(keyword);
        boolean ofField = schema.has("$ref") || schema.has("items");
        if (byKeyword.isMissingNode() && !ofField) {
            return version.ids(schema.path("x-requirement"));
        }
        return version.ids(byKeyword);
    }

    private static List<String> replaced(List<String> written, Scope scope) {
        if (scope.instead().isEmpty() || written.stream().noneMatch(RuleIds::ofModule)) {
            return written;
        }
        List<String> ids =
                new ArrayList<>(written.stream().filter(RuleIds::common).toList());
        ids.addAll(scope.instead());
        return ids;
    }

    private static String kind(JsonNode schema, String keyword) {
        if (keyword.equals("type")) {
            boolean open = schema.has("x-known");
            return switch (schema.path("type").asText()) {
                case "array" -> "list";
                case "object" -> "object";
                default -> open ? "open" : "type";
            };
        }
        return keyword.equals("minLength") && schema.has("x-known") ? "open" : keyword;
    }

    private static boolean ofModule(String id) {
        return !common(id);
    }

    /** An id of the types, which hold for a class wherever it is used. */
    private static boolean common(String id) {
        return id.startsWith("TYP-");
    }
}
