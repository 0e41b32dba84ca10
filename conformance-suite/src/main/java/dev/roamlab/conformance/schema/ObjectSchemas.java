package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The objects of OCPI in one version, by the names of the specification. Thread-safe; each is compiled when it is first asked for. */
public final class ObjectSchemas {
    private static final Map<SpecVersion, ObjectSchemas> BY_VERSION = load();

    private final ObjectNode definitions;
    private final RuleIds ids;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .formats(Arrays.asList(Notation.values()))
                    .build()));
    private final Map<String, CompiledObject> compiled = new ConcurrentHashMap<>();
    private final Map<String, Shape> roots = new ConcurrentHashMap<>();

    private ObjectSchemas(SchemaFiles files, SpecVersion version) {
        Specialiser specialiser = new Specialiser(version);
        this.definitions = specialiser.definitions(files.definitions());
        this.ids = new RuleIds(files.everywhere(), specialiser);
    }

    /** The schemas of a version. */
    public static ObjectSchemas of(SpecVersion version) {
        ObjectSchemas schemas = BY_VERSION.get(version);
        if (schemas == null) {
            throw new IllegalArgumentException("no schemas of " + version.spelling());
        }
        return schemas;
    }

    /** The objects and classes that there are: {@code Location}, {@code EVSE}, {@code CDR}, in the order of the specification. */
    public List<String> names() {
        return StreamSupport.stream(definitions.properties().spliterator(), false)
                .filter(entry -> entry.getValue().path("type").asText().equals("object"))
                .map(Map.Entry::getKey)
                .filter(name -> !name.startsWith(Specialiser.PARTIAL))
                .toList();
    }

    /**
     * Judges a whole object.
     *
     * @throws IllegalArgumentException when the version has no such object
     */
    public SchemaReport check(String name, JsonNode object) {
        return compiled(name).judge(object);
    }

    /**
     * Judges a part of an object, as a PATCH has it: each field that is there, but not what is missing.
     *
     * @throws IllegalArgumentException when the version has no such object
     */
    public SchemaReport checkPartial(String name, JsonNode part) {
        return compiled(Specialiser.PARTIAL + name).judge(part);
    }

    /** The fields that an object may have, in the order of the specification. */
    public Set<String> fields(String name) {
        return root(name).fields.keySet();
    }

    /** The fields that an object has to have. */
    public Set<String> requiredFields(String name) {
        return root(name).required;
    }

    private Shape root(String name) {
        return roots.computeIfAbsent(name, key -> shape(key).root());
    }

    /** The requirements that the schemas of this version have a rule for. */
    public Set<String> requirementIds() {
        Set<String> all = new LinkedHashSet<>();
        definitions.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith(Specialiser.PARTIAL)) {
                shape(name).root().collect(all);
            }
        });
        return all;
    }

    private ShapeCompiler shape(String name) {
        if (!definitions.has(name)) {
            throw new IllegalArgumentException(
                    "there is no object " + name + "; there are " + String.join(", ", names()));
        }
        return new ShapeCompiler(definitions, ids, name);
    }

    private CompiledObject compiled(String name) {
        return compiled.computeIfAbsent(name, key -> new CompiledObject(schema(key), shape(key), ids));
    }

    private JsonSchema schema(String name) {
        ObjectNode document = definitions.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$ref", "#/$defs/" + name);
        document.set("$defs", plain(definitions));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .losslessNarrowing(true)
                .build();
        JsonSchema schema = factory.getSchema(document, config);
        schema.initializeValidators();
        return schema;
    }

    /** Without what JSON Schema does not know. */
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        object.properties().forEach(entry -> {
            if (!entry.getKey().startsWith("x-")) {
                copy.set(entry.getKey(), plain(entry.getValue()));
            }
        });
        return copy;
    }

    private static Map<SpecVersion, ObjectSchemas> load() {
        SchemaFiles files = SchemaFiles.load();
        Map<SpecVersion, ObjectSchemas> byVersion = new EnumMap<>(SpecVersion.class);
        for (SpecVersion version : SpecVersion.values()) {
            byVersion.put(version, new ObjectSchemas(files, version));
        }
        return byVersion;
    }
}
