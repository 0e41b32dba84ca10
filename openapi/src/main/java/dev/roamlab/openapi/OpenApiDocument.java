package dev.roamlab.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An OpenAPI 3.1 document that grows operation by operation. */
public final class OpenApiDocument {
    private static final String VERSION = "3.1.0";

    private final ObjectNode document = object();

    /**
     * A document without operations.
     *
     * @param version of what is described
     * @param description may be written in CommonMark
     */
    public OpenApiDocument(String title, String version, String description) {
        document.put("openapi", VERSION);
        document.putObject("info")
                .put("title", title)
                .put("version", version)
                .put("description", description)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers");
        document.putArray("tags");
        document.putObject("paths");
        document.putObject("components").putObject("schemas");
    }

    /** Where the operations are served; an absolute URL, or a path from where the document lies. */
    public OpenApiDocument server(String url) {
        document.withArray("servers").addObject().put("url", url);
        return this;
    }

    /** A heading under which operations are shown. */
    public OpenApiDocument tag(String name, String description) {
        document.withArray("tags").addObject().put("name", name).put("description", description);
        return this;
    }

    /** A schema that others refer to by {@link #ref}. */
    public OpenApiDocument schema(String name, JsonNode schema) {
        ((ObjectNode) document.at("/components/schemas")).set(name, schema);
        return this;
    }

    /** One way to show who one is; each of those named is enough by itself. */
    public OpenApiDocument securityScheme(String name, JsonNode scheme) {
        ((ObjectNode) document.path("components"))
                .withObject("/securitySchemes")
                .set(name, scheme);
        document.withArray("security").addObject().putArray(name);
        return this;
    }

    /** Calls without any of the security schemes are served, too. */
    public OpenApiDocument securityIsOptional() {
        document.withArray("security").addObject();
        return this;
    }

    /** Adds an operation. */
    public OpenApiDocument operation(DescribedOperation operation) {
        ((ObjectNode) document.path("paths"))
                .withObjectProperty(operation.path())
                .set(operation.method().toLowerCase(Locale.ROOT), operation.json());
        return this;
    }

    /** The document so far. */
    public ObjectNode json() {
        return document;
    }

    /** A reference to a schema of this document. */
    public static ObjectNode ref(String schema) {
        return object().put("$ref", "#/components/schemas/" + schema);
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
