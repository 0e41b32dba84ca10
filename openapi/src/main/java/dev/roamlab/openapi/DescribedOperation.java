package dev.roamlab.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation as a document shows it.
 *
 * @param path with named segments in braces
 * @param id unique in its document
 * @param description may be empty; CommonMark
 * @param answers in the order in which they are shown
 */
public record DescribedOperation(
        String method,
        String path,
        String id,
        String tag,
        String summary,
        String description,
        List<Parameter> parameters,
        Optional<Content> body,
        boolean bodyRequired,
        List<Answer> answers) {

    public DescribedOperation {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    /** Something in the URL or the headers: {@code in} is path, query or header. */
    public record Parameter(String name, String in, boolean required, String description, JsonNode schema) {
        ObjectNode json() {
            ObjectNode json = OpenApiDocument.object()
                    .put("name", name)
                    .put("in", in)
                    .put("required", required)
                    .put("description", description);
            json.set("schema", schema);
            return json;
        }
    }

    /** What a body is made of. */
    public record Content(String mediaType, JsonNode schema) {
        void into(ObjectNode owner) {
            owner.putObject("content").putObject(mediaType).set("schema", schema);
        }
    }

    /** An answer: its HTTP status, when it is given, what it holds and its headers with their meaning. */
    public record Answer(int status, String description, Optional<Content> content, Map<String, String> headers) {
        /** An answer without headers of its own. */
        public static Answer of(int status, String description, Optional<Content> content) {
            return new Answer(status, description, content, Map.of());
        }
    }

    ObjectNode json() {
        ObjectNode json = OpenApiDocument.object().put("operationId", id).put("summary", summary);
        json.putArray("tags").add(tag);
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        if (!parameters.isEmpty()) {
            ArrayNode list = json.putArray("parameters");
            parameters.forEach(parameter -> list.add(parameter.json()));
        }
        body.ifPresent(content -> content.into(json.putObject("requestBody").put("required", bodyRequired)));
        ObjectNode responses = json.putObject("responses");
        answers.forEach(answer -> add(responses, answer));
        return json;
    }

    private static void add(ObjectNode responses, Answer answer) {
        ObjectNode json =
                responses.putObject(Integer.toString(answer.status())).put("description", answer.description());
        answer.content().ifPresent(content -> content.into(json));
        answer.headers()
                .forEach((name, meaning) -> json.withObject("/headers")
                        .putObject(name)
                        .put("description", meaning)
                        .putObject("schema")
                        .put("type", "string"));
    }
}
