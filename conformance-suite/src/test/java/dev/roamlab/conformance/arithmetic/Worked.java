package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A row of {@code worked.yaml}, made into a CDR and its Tariffs as they would come over the wire. */
final class Worked {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode row;

    private Worked(JsonNode row) {
        this.row = row;
    }

    static List<Worked> all() {
        try (InputStream in = Worked.class.getResourceAsStream("/arithmetic/worked.yaml")) {
            List<Worked> rows = new ArrayList<>();
            new YAMLMapper().readTree(in).forEach(row -> rows.add(new Worked(row)));
            return rows;
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    String id() {
        return row.path("id").asText();
    }

    Map<Figure, BigDecimal> right() {
        Map<Figure, BigDecimal> right = new TreeMap<>();
        row.path("parts")
                .fields()
                .forEachRemaining(part ->
                        right.put(Figure.valueOf(part.getKey()), part.getValue().decimalValue()));
        if (row.has("right")) {
            right.put(Figure.TOTAL, row.path("right").decimalValue());
        }
        if (row.has("gross")) {
            right.put(Figure.GROSS, row.path("gross").decimalValue());
        }
        return right;
    }

    Map<Method, BigDecimal> wrong() {
        Map<Method, BigDecimal> wrong = new TreeMap<>();
        row.path("wrong")
                .fields()
                .forEachRemaining(one ->
                        wrong.put(Method.valueOf(one.getKey()), one.getValue().decimalValue()));
        return wrong;
    }

    List<JsonNode> tariffs() {
        List<JsonNode> tariffs = new ArrayList<>();
        if (row.has("tariff")) {
            tariffs.add(tariff("T", row.path("tariff").asText()));
        }
        row.path("tariffs")
                .fields()
                .forEachRemaining(
                        one -> tariffs.add(tariff(one.getKey(), one.getValue().asText())));
        return tariffs;
    }

    /** @param decimals how exact volumes are, as OCPI has four */
    ObjectNode cdr(int decimals) {
        String[] text = row.path("cdr").asText().split(" ", 2);
        Instant start = LocalDateTime.parse(text[0]).atZone(ZONE).toInstant();
        ObjectNode cdr = JSON.createObjectNode().put("id", id()).put("currency", "EUR");
        cdr.put("start_date_time", start.toString());
        ArrayNode periods = cdr.putArray("charging_periods");
        for (String period : text[1].split("; ")) {
            List<String> words = new ArrayList<>(Arrays.asList(period.trim().split(" ")));
            BigDecimal minutes = new BigDecimal(words.remove(0));
            ObjectNode object = periods.addObject().put("start_date_time", start.toString());
            words.stream()
                    .filter(word -> word.startsWith("@"))
                    .findFirst()
                    .ifPresentOrElse(
                            word -> {
                                if (!word.equals("@-")) {
                                    object.put("tariff_id", word.substring(1));
                                }
                            },
                            () -> object.put("tariff_id", "T"));
            ArrayNode dimensions = object.putArray("dimensions");
            words.stream().filter(word -> !word.startsWith("@")).forEach(word -> {
                String[] dimension = word.split("=");
                BigDecimal volume = dimension.length > 1
                        ? new BigDecimal(dimension[1])
                        : minutes.divide(BigDecimal.valueOf(60), decimals, RoundingMode.HALF_UP);
                dimensions.addObject().put("type", dimension[0]).put("volume", volume);
            });
            start = start.plusSeconds(minutes.multiply(BigDecimal.valueOf(60)).longValueExact());
        }
        cdr.put("end_date_time", start.toString());
        return cdr;
    }

    private ObjectNode tariff(String id, String text) {
        ObjectNode tariff = JSON.createObjectNode().put("id", id).put("currency", "EUR");
        if (row.has("tax")) {
            tariff.put("tax_included", row.path("tax").asText());
        }
        limit(tariff, "min");
        limit(tariff, "max");
        ArrayNode elements = tariff.putArray("elements");
        for (String element : text.split("; ")) {
            String[] halves = element.split("\\|");
            ObjectNode object = elements.addObject();
            ArrayNode components = object.putArray("price_components");
            Arrays.stream(halves[0].trim().split(",")).forEach(component -> component(components, component.trim()));
            if (halves.length > 1) {
                restrictions(object.putObject("restrictions"), halves[1].trim().split(" "));
            }
        }
        return tariff;
    }

    private void limit(ObjectNode tariff, String which) {
        if (row.has(which)) {
            String[] amounts = row.path(which).asText().split("/");
            ObjectNode limit = tariff.putObject(which + "_price");
            limit.put(row.has("tax") ? "before_taxes" : "excl_vat", new BigDecimal(amounts[0]));
            if (amounts.length > 1) {
                limit.put(row.has("tax") ? "after_taxes" : "incl_vat", new BigDecimal(amounts[1]));
            }
        }
    }

    private static void component(ArrayNode components, String text) {
        String[] words = text.split(" ");
        ObjectNode component = components
                .addObject()
                .put("type", words[0])
                .put("price", new BigDecimal(words[1]))
                .put("step_size", 1);
        for (int i = 2; i < words.length; i++) {
            if (words[i].startsWith("/")) {
                component.put("step_size", Integer.parseInt(words[i].substring(1)));
            } else if (words[i].equals("vat")) {
                component.put("vat", new BigDecimal(words[i + 1]));
            }
        }
    }

    private static void restrictions(ObjectNode restrictions, String... words) {
        for (int i = 0; i < words.length; i += 2) {
            if (words[i].equals("day_of_week")) {
                restrictions.putArray("day_of_week").add(words[i + 1]);
            } else if (words[i + 1].matches("[0-9.]+")) {
                restrictions.put(words[i], new BigDecimal(words[i + 1]));
            } else {
                restrictions.put(words[i], words[i + 1]);
            }
        }
    }

    @Override
    public String toString() {
        return id() + " " + row.path("cdr").asText();
    }
}
