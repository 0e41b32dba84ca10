package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.payload.Field;
import dev.roamlab.ocpp.payload.Shape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes payloads at random that keep all rules. */
final class RandomPayloads {
    private static final String PRINTABLE = "abcXYZ0189 -_.:/\"\\";
    private static final String LETTERS = PRINTABLE + "äß\u20ac";

    private final Random random;

    RandomPayloads(Random random) {
        this.random = random;
    }

    <T> T next(Class<T> type) {
        return type.cast(record(type));
    }

    private Object record(Class<?> type) {
        Shape shape = Shape.of(type);
        return shape.create("payload", shape.fields().stream().map(this::field).toArray());
    }

    private Object field(Field field) {
        return switch (field.occurs()) {
            case ONCE -> one(field);
            case AT_MOST_ONCE -> random.nextBoolean() ? Optional.of(one(field)) : Optional.empty();
            case ANY_NUMBER -> list(field, random.nextInt(3));
            case AT_LEAST_ONCE -> list(field, 1 + random.nextInt(2));
        };
    }

    private List<Object> list(Field field, int size) {
        return IntStream.range(0, size).mapToObj(i -> one(field)).toList();
    }

    private Object one(Field field) {
        Class<?> type = field.type();
        if (type == String.class) {
            return text(field.maxLength().orElse(40), field.isPrintable() ? PRINTABLE : LETTERS);
        } else if (type == Integer.class) {
            return field.atLeast().isPresent() ? field.atLeast().getAsInt() + random.nextInt(9) : random.nextInt();
        } else if (type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(1 + 10L * random.nextInt(100_000), 1);
        } else if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return record(type);
    }

    private String text(int max, String letters) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(max + 1);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
