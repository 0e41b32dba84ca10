package dev.roamlab.control.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.control.shape.Schemas;
import dev.roamlab.openapi.DescribedOperation;
import dev.roamlab.openapi.DescribedOperation.Answer;
import dev.roamlab.openapi.DescribedOperation.Content;
import dev.roamlab.openapi.DescribedOperation.Parameter;
import dev.roamlab.openapi.OpenApiDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The API's OpenAPI document, made from the table of operations. */
final class ApiPage {
    private static final String JSON = "application/json";
    private static final String ABOUT = "Charging stations that are simulated, driven by scripts and people."
            + " Every refusal is a problem document (RFC 9457). Times are lab time, in UTC.";

    private final Routes routes;
    private final ApiKeys keys;

    ApiPage(Routes routes, ApiKeys keys) {
        this.routes = routes;
        this.keys = keys;
    }

    ObjectNode document() {
        OpenApiDocument document = new OpenApiDocument("Roamlab control API", "1", ABOUT).server(ApiServer.ROOT);
        Schemas schemas = new Schemas(document);
        document.securityScheme("apiKey", scheme("apiKey").put("in", "header").put("name", "X-API-Key"));
        document.securityScheme("bearer", scheme("http").put("scheme", "bearer"));
        if (!keys.required()) {
            document.securityIsOptional();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        routes.operations().forEach(operation -> tags.put(operation.tag(), Tags.meaning(operation.tag())));
        tags.forEach(document::tag);
        routes.operations().forEach(operation -> document.operation(described(operation, schemas)));
        return document.json();
    }

    private static ObjectNode scheme(String type) {
        return OpenApiDocument.object().put("type", type);
    }

    private DescribedOperation described(Operation<?, ?, ?> operation, Schemas schemas) {
        return new DescribedOperation(
                operation.method().name(),
                operation.path().toString(),
                operation.id(),
                operation.tag(),
                operation.says(),
                operation.more(),
                parameters(operation, schemas),
                operation.hasBody() ? Optional.of(new Content(JSON, schemas.of(operation.body()))) : Optional.empty(),
                !operation.bodyOptional(),
                answers(operation, schemas));
    }

    private static List<Parameter> parameters(Operation<?, ?, ?> operation, Schemas schemas) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path()
                .names()
                .forEach(name ->
                        parameters.add(new Parameter(name, "path", true, Tags.segment(name), scheme("string"))));
        schemas.parameters(
                operation.query(),
                (name, meaning, required, schema) ->
                        parameters.add(new Parameter(name, "query", required, meaning, schema)));
        if (operation.streams()) {
            parameters.add(new Parameter(
                    "Last-Event-ID",
                    "header",
                    false,
                    "The last event that was seen: go on after it.",
                    scheme("string")));
        }
        return parameters;
    }

    private List<Answer> answers(Operation<?, ?, ?> operation, Schemas schemas) {
        Map<Integer, String> refusals = new TreeMap<>();
        refusals.put(400, "The request is not what was asked for; `errors` names every field.");
        if (keys.required()) {
            refusals.put(401, "The key is missing or wrong.");
        }
        if (operation.hasBody()) {
            refusals.put(413, "The body is too large.");
            refusals.put(415, "The body is no JSON.");
        }
        refusals.put(429, "This caller has used up what the limits allow; `Retry-After` says when to come back.");
        operation
                .refusals()
                .forEach(
                        refusal -> refusals.merge(refusal.status(), refusal.when(), (one, other) -> one + " " + other));
        List<Answer> answers = new ArrayList<>();
        answers.add(success(operation, schemas));
        JsonNode problem = schemas.of(Problem.class);
        refusals.forEach((status, when) ->
                answers.add(Answer.of(status, when, Optional.of(new Content(Problems.MEDIA_TYPE, problem)))));
        return answers;
    }

    private static Answer success(Operation<?, ?, ?> operation, Schemas schemas) {
        if (operation.streams()) {
            JsonNode data = schemas.of(operation.result());
            ObjectNode stream = scheme("string").put("contentMediaType", "text/event-stream");
            stream.set("x-event-data", data);
            return Answer.of(
                    200,
                    "Server-sent events; the data of each is a "
                            + operation.result().getSimpleName() + ".",
                    Optional.of(new Content("text/event-stream", stream)));
        }
        return Answer.of(
                operation.status(), "Done.", operation.resultType().map(type -> new Content(JSON, schemas.of(type))));
    }
}
