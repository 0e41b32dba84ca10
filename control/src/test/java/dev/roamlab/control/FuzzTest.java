package dev.roamlab.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent, the answer is one that the document knows, and never a fault of ours. */
@Timeout(240)
class FuzzTest {
    private static final long SEED = 20270301;
    private static final int ROUNDS = 12;

    private static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1",
            "2.5",
            "1e400",
            "-1e-400",
            "99999999999999999999999999",
            "NaN",
            "true",
            "null",
            "\"\"",
            "\"CP-1\"",
            "\"ANNA\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"💥/../~1\"",
            "\"dc-300\"",
            "\"GroundFailure\"",
            "\"" + "x".repeat(500) + "\"",
            "[]",
            "[[[[[[]]]]]]",
            "{}",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}",
            "\"60s\"",
            "\"blackout\"",
            "\"town\"",
            "\"RL-##\"",
            "10",
            "\"to-csms\"",
            "[\"call\"]",
            "[{\"at\":\"/x\",\"to\":1}]",
            "{\"from\":1,\"to\":2}");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "[",
            "\"",
            "nul",
            "\u0000",
            "{\"a\":}",
            "[".repeat(5_000),
            "{\"a\":".repeat(300) + "1",
            "1",
            "\"text\"",
            "[{}]",
            "{\"\":\"\"}",
            "\ufeff{}",
            "{\"__proto__\":{}}",
            "{'a':1}",
            "// comment\n{}",
            "{\"chargePointId\":\"\\uD83D\"}",
            "9".repeat(5_000),
            "{\"count\":" + "9".repeat(90) + "}");

    private static final List<String> IDS = List.of(
            "CP-1",
            "none",
            "%00",
            "%2e%2e",
            "%F0%9F%92%A5",
            "a%2Fb",
            "%E2%80%AE",
            "x".repeat(300),
            "0",
            "-1",
            "1e9",
            "{}");

    @Test
    void nothing_that_is_sent_breaks_anything() throws Exception {
        Random random = new Random(SEED);
        try (ApiLab lab = ApiLab.open()) {
            lab.post("/chargers", "{\"chargePointId\": \"CP-1\"}");
            JsonNode document = ApiLab.json(lab.get("/openapi.json"));
            List<String> broken = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                    for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                        strike(lab, random, document, path.getKey(), operation, broken);
                    }
                }
            }
            assertThat(broken).isEmpty();
            assertThat(lab.get("/figures").statusCode()).isEqualTo(200);
        }
    }

    private static void strike(
            ApiLab lab,
            Random random,
            JsonNode document,
            String template,
            Map.Entry<String, JsonNode> operation,
            List<String> broken)
            throws Exception {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        String path = template.replaceAll("\\{[^}]*}", pick(random, IDS).replace("$", "\\$"));
        if (path.equals("/events")) {
            path += "?limit=1&since=0&type=" + pick(random, IDS);
        } else if (random.nextInt(4) == 0) {
            path += "?" + pick(random, IDS) + "=" + pick(random, IDS);
        }
        String body = body(random, document, operation.getValue());
        HttpResponse<String> answer = lab.send(method, path.replace("{", "%7B").replace("}", "%7D"), body);
        boolean documented = operation.getValue().path("responses").has(Integer.toString(answer.statusCode()))
                || answer.statusCode() == 404;
        if (answer.statusCode() >= 500
                || !documented
                || answer.body().contains("Exception")
                || answer.body().contains("\tat ")) {
            broken.add(method + " " + path + " " + body + " → " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Often an object with the right fields and odd values; such bodies must be judged as a stranger judges them. */
    private static String body(Random random, JsonNode document, JsonNode operation) {
        JsonNode schema = schema(document, operation);
        if (schema.isMissingNode() || random.nextInt(3) == 0) {
            return pick(random, BODIES);
        }
        return object(random, schema);
    }

    private static String object(Random random, JsonNode schema) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (random.nextBoolean()) {
                fields.add("\"" + name + "\":" + pick(random, VALUES));
            }
        });
        return "{" + String.join(",", fields) + "}";
    }

    private static JsonNode schema(JsonNode document, JsonNode operation) {
        String ref = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        return ref.isEmpty() ? document.path("nothing") : document.at(ref.substring(1));
    }

    @Test
    void a_body_passes_exactly_when_the_published_schema_says_so() throws Exception {
        Random random = new Random(SEED);
        try (ApiLab lab = ApiLab.open()) {
            JsonNode document = ApiLab.json(lab.get("/openapi.json"));
            JsonNode schema = document.at("/components/schemas/PlugIn");
            JsonSchema stranger =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
            int passed = 0;
            for (int i = 0; i < 300; i++) {
                String body = object(random, schema);
                boolean json = !body.contains("NaN") && !body.contains("\\ud800");
                if (!json) {
                    continue;
                }
                boolean fits = stranger.validate(ApiLab.JSON.readTree(body)).isEmpty();
                boolean taken = taken(lab, body);
                // What the schema refuses must be refused; beyond it only names that nobody knows are.
                assertThat(taken && !fits).as(body).isFalse();
                passed += taken ? 1 : 0;
                lab.post("/chargers/CP-1/unplug", "");
            }
            assertThat(passed).isPositive();
        }
    }

    private static boolean taken(ApiLab lab, String body) throws Exception {
        lab.post("/chargers", "{\"chargePointId\": \"CP-1\"}");
        return lab.post("/chargers/CP-1/plug-in", body).statusCode() != 400;
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
