package dev.roamlab.ocpi;

import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.Role;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random valid objects: the golden ones, varied field by field; what a constructor refuses is not varied. */
final class RandomRecords {
    private static final String CHARACTERS = "abcXYZ019 -_.*/\\\"'<>&%?äÖ€漢⚡😀";

    private final Random random;
    private final boolean unlistedValues;
    private final Map<Class<?>, List<Record>> samples = new HashMap<>();

    RandomRecords(long seed, boolean unlistedValues) throws InvalidObject {
        this.random = new Random(seed);
        this.unlistedValues = unlistedValues;
        for (Golden golden : Golden.values()) {
            Record value = Dialect.of(OcpiVersion.V2_3_0)
                    .decode(golden.type(), golden.json(OcpiVersion.V2_3_0))
                    .value();
            Records.within(value)
                    .forEach(record -> samples.computeIfAbsent(record.getClass(), type -> new ArrayList<>())
                            .add(record));
        }
    }

    Record next(Class<?> type) {
        List<Record> known = samplesOf(type);
        Record record = known.get(random.nextInt(known.size()));
        for (RecordComponent component : type.getRecordComponents()) {
            if (random.nextInt(3) > 0) {
                try {
                    record = Records.with(record, component, field(component));
                } catch (InvalidField refused) {
                    // keeps the value it had
                }
            }
        }
        return record;
    }

    private List<Record> samplesOf(Class<?> type) {
        return samples.getOrDefault(type, List.of());
    }

    private Object field(RecordComponent component) {
        Class<?> type = Records.valueType(component);
        if (Records.isOptional(component)) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(type));
        }
        if (!Records.isList(component)) {
            return value(type);
        }
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(type));
        }
        return Collections.unmodifiableList(list);
    }

    private Object value(Class<?> type) {
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000, random.nextInt(5));
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt(200);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        }
        if (type == LocalTime.class) {
            return LocalTime.of(random.nextInt(24), random.nextInt(60));
        }
        return type == LocalDate.class ? LocalDate.ofEpochDay(random.nextInt(40_000)) : words(type);
    }

    private Object words(Class<?> type) {
        if (type == String.class) {
            return text(CHARACTERS);
        }
        if (type == CiString.class) {
            return new CiString(text("abcXYZ019 -_.*/\\\"~"));
        }
        if (type.isEnum()) {
            Object constant = type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
            return constant == Role.HUB ? Role.OTHER : constant;
        }
        if (samples.containsKey(type) && !OpenEnum.class.isAssignableFrom(type)) {
            return type.getRecordComponents().length == 1
                    ? samplesOf(type).get(random.nextInt(samplesOf(type).size()))
                    : next(type);
        }
        return OpenEnum.class.isAssignableFrom(type) ? openValue(type) : sample(type);
    }

    private Object sample(Class<?> type) {
        throw new IllegalStateException("no golden file has a " + type);
    }

    private Object openValue(Class<?> type) {
        try {
            List<?> known = (List<?>) type.getField("KNOWN").get(null);
            return unlistedValues && random.nextInt(4) == 0
                    ? type.getConstructor(String.class).newInstance("XX_" + random.nextInt(100))
                    : known.get(random.nextInt(Math.max(1, known.size() / 2)));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private String text(String characters) {
        int[] points = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
