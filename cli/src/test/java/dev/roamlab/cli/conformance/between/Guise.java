package dev.roamlab.cli.conformance.between;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A system that is honest but different: how its messages look instead of ours. None of this breaks a rule, so no check may fail
 * a system for it.
 *
 * @param in what happens to the tester's calls and our answers
 * @param out what happens to our calls and the tester's answers
 * @param pageLimit the most objects on a page of the node
 * @param address what the node's own URL becomes
 */
public record Guise(Way in, Way out, int pageLimit, UnaryOperator<String> address) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int USUAL_LIMIT = 50;
    private static final Pattern ZULU = Pattern.compile("(\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?Z\"");
    private static final Pattern OUR_URL =
            Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)(/ocpi[^\"<>\\s?]*)(\\?[^\"<>\\s]*)?");
    /** Lists that may be left out, by a field that tells the object. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "coordinates", List.of("directions", "images", "related_locations", "facilities"),
            "evse_id", List.of("capabilities", "parking_restrictions", "status_schedule"),
            "power_type", List.of("tariff_ids"),
            "contract_id", List.of());

    private static final Map<String, String> OPTIONAL = Map.of(
            "coordinates",
            "name",
            "evse_id",
            "floor_level",
            "power_type",
            "terms_and_conditions",
            "contract_id",
            "visual_number",
            "kwh",
            "meter_id",
            "elements",
            "tariff_alt_url",
            "total_energy",
            "remark");
    private static final Set<String> IDS = Set.of("id", "uid", "evse_uid", "location_id", "session_id", "connector_id");

    /** Just as our node is. */
    public static final Guise NONE = new Guise(Way.PLAIN, Way.PLAIN, USUAL_LIMIT, UnaryOperator.identity());

    /** One that changes only what the system writes, in answers and in calls. */
    static Guise writing(UnaryOperator<Letter> change) {
        return new Guise(Way.answers(change), Way.requests(change), USUAL_LIMIT, UnaryOperator.identity());
    }

    public static Guise paged(int limit) {
        return new Guise(Way.PLAIN, Way.PLAIN, limit, UnaryOperator.identity());
    }

    /** Both at once. */
    public Guise and(Guise other) {
        return new Guise(
                in.then(other.in),
                out.then(other.out),
                Math.min(pageLimit, other.pageLimit),
                url -> other.address.apply(address.apply(url)));
    }

    /** DateTimes without the letter that OCPI lets one leave out. */
    public static Guise withoutZulu() {
        return writing(letter -> letter.text(text -> ZULU.matcher(text).replaceAll("$1$2\"")));
    }

    /** DateTimes with milliseconds. */
    public static Guise withMilliseconds() {
        return writing(letter -> letter.text(text -> ZULU.matcher(text)
                .replaceAll(found -> found.group(2) == null ? found.group(1) + ".000Z\"" : found.group())));
    }

    /** Fields that OCPI does not know. */
    public static Guise withExtraFields() {
        return writing(edited((name, node) -> node.isObject() && (!name.isEmpty() || !node.has("status_code"))
                ? ((ObjectNode) node).set("vendor_note", JSON.createObjectNode().put("note", "ours"))
                : node));
    }

    /** What is absent is null, or an empty list. */
    public static Guise withNulls() {
        return writing(edited((name, node) -> node.isObject() ? nulled((ObjectNode) node) : node));
    }

    private static JsonNode nulled(ObjectNode object) {
        LISTS.forEach((sign, lists) -> {
            if (object.has(sign)) {
                lists.stream().filter(list -> !object.has(list)).forEach(object::putArray);
            }
        });
        OPTIONAL.forEach((sign, field) -> {
            if (object.has(sign) && !object.has(field)) {
                object.putNull(field);
            }
        });
        if (object.has("status_code")) {
            if (!object.has("status_message")) {
                object.putNull("status_message");
            }
            if (!object.has("data")) {
                object.putNull("data");
            }
        }
        return object;
    }

    /** Ids in small letters, wherever the system writes them. */
    public static Guise withLowerCaseIds() {
        return writing(edited((name, node) -> node.isTextual() && IDS.contains(name)
                ? new TextNode(node.textValue().toLowerCase(Locale.ROOT))
                : node));
    }

    /** Numbers with a fraction, which JSON does not tell from those without. */
    public static Guise withFractions() {
        return writing(edited((name, node) -> node.isIntegralNumber()
                        && Set.of("vat", "price", "kwh", "volume", "total_energy")
                                .contains(name)
                ? DoubleNode.valueOf(node.doubleValue())
                : node));
    }

    /** Header names in small letters, as HTTP/2 has them. */
    public static Guise withSmallHeaderNames() {
        return writing(letter -> {
            MultiMap small = MultiMap.caseInsensitiveMultiMap();
            letter.headers().forEach(field -> small.add(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
            return new Letter(letter.method(), letter.uri(), letter.status(), small, letter.body());
        });
    }

    /** A content type spelled like this. */
    public static Guise withContentType(String type) {
        return writing(letter -> letter.body().length() == 0 ? letter : letter.header("Content-Type", type));
    }

    /** Indented JSON with letters escaped. */
    public static Guise prettyPrinted() {
        return writing(letter -> letter.text(text -> {
            try {
                return JSON.writerWithDefaultPrettyPrinter()
                        .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                        .writeValueAsString(JSON.readTree(text));
            } catch (JsonProcessingException notJson) {
                return text;
            }
        }));
    }

    /** URLs with a folder in front and a query behind, without which nothing is found. */
    public static Guise withQueries() {
        Way in = (request, onward) -> {
            if (!request.uri().startsWith("/tenants/7") || !request.uri().contains("tenant=7")) {
                return Future.succeededFuture(request.answer(404, "{\"message\":\"no route matched\"}"));
            }
            String plain = request.uri()
                    .substring("/tenants/7".length())
                    .replaceFirst("([?&])tenant=7&?", "$1")
                    .replaceFirst("[?&]$", "");
            return onward.apply(request.to(plain)).map(Guise::queried);
        };
        return new Guise(in, Way.requests(Guise::queried), USUAL_LIMIT, Guise::queried);
    }

    private static Letter queried(Letter letter) {
        Letter changed = letter.text(Guise::queried);
        for (String name : List.of("Link", "Location")) {
            if (letter.headers().contains(name)) {
                changed = changed.header(name, queried(letter.headers().get(name)));
            }
        }
        return changed;
    }

    /** A URL of the node as this guise publishes it. */
    public static String queried(String text) {
        return OUR_URL.matcher(text)
                .replaceAll(found -> "http://127.0.0.1:" + found.group(1) + "/tenants/7" + found.group(2)
                        + (found.group(3) == null ? "?tenant=7" : found.group(3) + "&tenant=7"));
    }

    /** Never tells anything of its own accord. */
    public static Guise silent() {
        Way out = (request, onward) -> Set.of("PUT", "PATCH").contains(request.method())
                                && !request.uri().contains("/credentials")
                        || request.method().equals("POST") && request.uri().contains("/cdrs")
                ? Future.succeededFuture(
                        request.answer(200, "{\"status_code\":1000,\"timestamp\":\"2026-01-01T00:00:00Z\"}"))
                : onward.apply(request);
        return new Guise(Way.PLAIN, out, USUAL_LIMIT, UnaryOperator.identity());
    }

    /** Tells everything twice, and answers late. */
    public static Guise chatty() {
        Way out = (request, onward) -> onward.apply(request)
                .compose(answer -> Set.of("PUT", "PATCH", "GET").contains(request.method())
                                && !request.uri().contains("/credentials")
                        ? onward.apply(request.header(
                                "X-Request-ID", java.util.UUID.randomUUID().toString()))
                        : Future.succeededFuture(answer));
        return new Guise(Way.PLAIN, out, USUAL_LIMIT, UnaryOperator.identity());
    }

    /** Where HTTP lets one say 200 or 201, the other one. */
    public static Guise withStatus(int from, int to) {
        return new Guise(
                Way.answers(answer ->
                        answer.status() == from && Set.of("PUT", "POST").contains(answer.method())
                                ? answer.with(to)
                                : answer),
                Way.PLAIN,
                USUAL_LIMIT,
                UnaryOperator.identity());
    }

    /** Says what is wrong to people, not to machines. */
    public static Guise withPlainErrors() {
        return new Guise(
                Way.answers(answer -> Set.of(404, 405, 401, 400).contains(answer.status())
                        ? answer.text(text -> "<html><body>Sorry</body></html>").header("Content-Type", "text/html")
                        : answer),
                Way.PLAIN,
                USUAL_LIMIT,
                UnaryOperator.identity());
    }

    private static UnaryOperator<Letter> edited(BiFunction<String, JsonNode, JsonNode> edit) {
        return letter -> letter.text(text -> {
            try {
                JsonNode document = JSON.readTree(text);
                return JSON.writeValueAsString(edited("", document, edit));
            } catch (JsonProcessingException notJson) {
                return text;
            }
        });
    }

    private static JsonNode edited(String name, JsonNode node, BiFunction<String, JsonNode, JsonNode> edit) {
        if (node instanceof ObjectNode object) {
            List<String> names = new java.util.ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(field -> object.set(field, edited(field, object.get(field), edit)));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, edited(name, list.get(i), edit));
            }
        }
        return edit.apply(name, node);
    }
}
