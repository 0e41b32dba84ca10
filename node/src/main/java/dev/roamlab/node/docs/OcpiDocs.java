package dev.roamlab.node.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.ocpi.http.OcpiServer;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.BodyUse;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.versions.ModuleId;
import dev.roamlab.ocpi.versions.Version;
import dev.roamlab.ocpi.versions.VersionDetails;
import dev.roamlab.openapi.DescribedOperation;
import dev.roamlab.openapi.DescribedOperation.Answer;
import dev.roamlab.openapi.DescribedOperation.Content;
import dev.roamlab.openapi.DescribedOperation.Parameter;
import dev.roamlab.openapi.DocsPage;
import dev.roamlab.openapi.OpenApiDocument;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /docs} of a node: an OpenAPI document for each version, made from the operations tables of what the node serves. */
public final class OcpiDocs {
    private static final String JSON = "application/json";

    private final NodeSettings settings;
    private final OcpiServer server;

    /** For a node and what it serves. */
    public OcpiDocs(NodeSettings settings, OcpiServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Puts the page on a router. */
    public void mount(Router router) {
        DocsPage page = new DocsPage("OCPI of the " + settings.name() + " node");
        settings.versions().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(version ->
                        page.with("ocpi-" + version.value(), "OCPI " + version.value(), () -> document(version)));
        page.mount(router);
    }

    /** What the node serves in a version. */
    public ObjectNode document(OcpiVersion version) {
        OpenApiDocument document = new OpenApiDocument(
                        "OCPI " + version.value() + ", " + settings.name() + " node",
                        version.value(),
                        "What this node serves its partners. The Authorization header carries the word Token and the"
                                + " credentials token in Base64. Answers carry an OCPI status code besides HTTP's.")
                .server("/ocpi/" + settings.name());
        document.securityScheme(
                "token",
                OpenApiDocument.object()
                        .put("type", "apiKey")
                        .put("in", "header")
                        .put("name", "Authorization")
                        .put("description", "Token, a space, and the credentials token in Base64"));
        OcpiSchemas schemas = new OcpiSchemas(document, version);
        addVersions(document, schemas, version);
        Set<String> modules = new LinkedHashSet<>();
        for (Operation<?, ?> operation : server.operations()) {
            modules.add(operation.module().value());
            document.operation(described(operation, version, schemas));
        }
        modules.forEach(module -> document.tag(module, ""));
        return document.json();
    }

    private static void addVersions(OpenApiDocument document, OcpiSchemas schemas, OcpiVersion version) {
        document.tag("versions", "");
        document.operation(page("/versions", "getVersions", "Lists the versions.", schemas.list(Version.class)));
        document.operation(page(
                "/" + version.value(),
                "getVersionDetails",
                "Lists the endpoints of this version.",
                schemas.one(VersionDetails.class)));
    }

    private static DescribedOperation page(String path, String id, String summary, JsonNode answer) {
        return new DescribedOperation(
                "GET",
                path,
                id,
                "versions",
                summary,
                "",
                List.of(),
                Optional.empty(),
                false,
                List.of(Answer.of(200, "Done.", Optional.of(new Content(JSON, answer)))));
    }

    private static DescribedOperation described(Operation<?, ?> operation, OcpiVersion version, OcpiSchemas schemas) {
        String path = "/" + version.value() + "/" + operation.module().value() + template(operation);
        return new DescribedOperation(
                operation.method().name(),
                path,
                id(operation),
                operation.module().value(),
                operation.name() + template(operation),
                "Interface: " + operation.side().name().toLowerCase(java.util.Locale.ROOT) + ".",
                parameters(operation),
                operation.bodyType().map(type -> new Content(JSON, schemas.body(type, operation.bodyUse()))),
                operation.bodyUse() != BodyUse.OPTIONAL,
                List.of(
                        Answer.of(200, "OCPI's own status code says how it went.", answer(operation, schemas)),
                        Answer.of(401, "The token is missing or unknown.", Optional.of(envelope(schemas))),
                        Answer.of(404, "There is no such object.", Optional.of(envelope(schemas)))));
    }

    private static Content envelope(OcpiSchemas schemas) {
        return new Content(JSON, schemas.empty());
    }

    private static Optional<Content> answer(Operation<?, ?> operation, OcpiSchemas schemas) {
        return Optional.of(new Content(
                JSON,
                operation
                        .resultType()
                        .map(type -> operation.isList() ? schemas.list(type) : schemas.one(type))
                        .orElseGet(schemas::empty)));
    }

    private static String template(Operation<?, ?> operation) {
        List<String> segments = operation.path().segments();
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    private static String id(Operation<?, ?> operation) {
        String side = operation.module().equals(ModuleId.CREDENTIALS)
                ? ""
                : "_" + operation.side().name().toLowerCase(java.util.Locale.ROOT);
        return operation.method().name().toLowerCase(java.util.Locale.ROOT) + "_"
                + operation.module().value() + side
                + template(operation).replaceAll("[^A-Za-z0-9_/]", "").replace('/', '_');
    }

    private static List<Parameter> parameters(Operation<?, ?> operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation.path().segments().stream()
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .forEach(name -> parameters.add(new Parameter(name, "path", true, "", type("string"))));
        if (operation.isList()) {
            parameters.add(query("date_from", "Only what changed then or later.", moment()));
            parameters.add(query("date_to", "Only what changed before.", moment()));
            parameters.add(query("offset", "Leaves out so many.", type("integer")));
            parameters.add(query("limit", "At most so many; the Link header leads on.", type("integer")));
        }
        return parameters;
    }

    private static Parameter query(String name, String meaning, ObjectNode schema) {
        return new Parameter(name, "query", false, meaning, schema);
    }

    private static ObjectNode type(String type) {
        return OpenApiDocument.object().put("type", type);
    }

    private static ObjectNode moment() {
        return type("string").put("format", "date-time");
    }
}
