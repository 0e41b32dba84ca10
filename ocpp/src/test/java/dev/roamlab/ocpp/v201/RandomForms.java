package dev.roamlab.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpp.payload.Binding;
import dev.roamlab.ocpp.payload.Field;
import dev.roamlab.ocpp.payload.Shape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes payloads at random, as JSON, that keep all rules. */
final class RandomForms {
    private static final String LETTERS = "abcXYZ0189 -_.:/\"\\äß\u20ac";

    private static final List<String> UNITS = List.of("Wh", "kWh", "W", "kW", "A", "V", "Percent", "varh");
    /** Measurands of 1.6 that are never written. */
    private static final Set<String> ONLY_READ = Set.of("RPM", "Temperature");

    private final Binding binding;
    private final Random random;

    RandomForms(Binding binding, Random random) {
        this.binding = binding;
        this.random = random;
    }

    ObjectNode next(Class<?> type) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Shape shape = binding.shape(binding.wireType(type));
        for (Field field : shape.fields()) {
            switch (field.occurs()) {
                case ONCE -> json.set(field.name(), one(field));
                case AT_MOST_ONCE -> {
                    if (random.nextBoolean()) {
                        json.set(field.name(), one(field));
                    }
                }
                case ANY_NUMBER -> list(json, field, random.nextInt(3));
                case AT_LEAST_ONCE -> list(json, field, 1 + random.nextInt(2));
            }
        }
        return json;
    }

    private void list(ObjectNode json, Field field, int size) {
        int most = Math.min(size, field.atMost().orElse(size));
        if (most > 0) {
            ArrayNode array = json.putArray(field.name());
            IntStream.range(0, most).forEach(i -> array.add(one(field)));
        }
    }

    private JsonNode one(Field field) {
        Class<?> type = binding.wireType(field.type());
        if (type == UnitForm.class) {
            return unit();
        } else if (type == String.class) {
            return TextNode.valueOf(text(field.maxLength().orElse(40)));
        } else if (type == Integer.class) {
            return IntNode.valueOf(field.atLeast().orElse(1) + random.nextInt(9));
        } else if (type == Boolean.class) {
            return BooleanNode.valueOf(random.nextBoolean());
        } else if (type == BigDecimal.class) {
            return DecimalNode.valueOf(BigDecimal.valueOf(1 + 10L * random.nextInt(100_000), 1));
        } else if (type == Instant.class) {
            return TextNode.valueOf(
                    Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L)).toString());
        } else if (type == JsonNode.class) {
            return TextNode.valueOf(text(20));
        } else if (type.isEnum()) {
            List<String> spellings = binding.spellings(type).stream()
                    .filter(spelling -> !ONLY_READ.contains(spelling))
                    .toList();
            return TextNode.valueOf(spellings.get(random.nextInt(spellings.size())));
        }
        return next(type);
    }

    /** One that is known: figures in others are left out. */
    private JsonNode unit() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("unit", UNITS.get(random.nextInt(UNITS.size())))
                .put("multiplier", random.nextInt(7) - 3);
    }

    private String text(int max) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(Math.min(max, 60) + 1);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
