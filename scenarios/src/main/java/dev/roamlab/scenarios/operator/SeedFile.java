package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.types.Party;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Lists of objects that come with the lab, in YAML; {@code @{-72h}} in them is a moment so many hours from the start. */
final class SeedFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern MOMENT = Pattern.compile("@\\{([+-]\\d+)h}");
    private static final String LAST_UPDATED = "last_updated";

    private final Instant start;

    /** @param start the moment from which the others are counted */
    SeedFile(Instant start) {
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The objects of a file. */
    List<ObjectNode> read(String name) {
        List<ObjectNode> objects = new ArrayList<>();
        try {
            for (JsonNode object : YAML.readTree(dated(text(name)))) {
                objects.add((ObjectNode) object);
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(name + ": " + broken.getMessage(), broken);
        }
        return objects;
    }

    /** The OCPI objects of a file, all of one owner. */
    <T extends Record> List<Document<T>> read(String name, Class<T> type, Party owner) {
        return read(name).stream()
                .map(object -> document(name, type, (ObjectNode)
                        object.put("country_code", owner.countryCode().value())
                                .put("party_id", owner.partyId().value())))
                .toList();
    }

    /** Objects without an owner. */
    <T extends Record> List<Document<T>> read(String name, Class<T> type) {
        return read(name).stream().map(object -> document(name, type, object)).toList();
    }

    /** A moment so many hours from the start. */
    Instant at(double hours) {
        return start.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    private <T extends Record> Document<T> document(String name, Class<T> type, ObjectNode object) {
        if (!object.has(LAST_UPDATED)) {
            object.put(LAST_UPDATED, DateTimes.format(start));
        }
        object.path("evses").forEach(evse -> date(evse, object));
        try {
            return Document.read(type, object);
        } catch (InvalidObject invalid) {
            throw new IllegalStateException(
                    name + ": " + object.path("id").asText(object.path("uid").asText()) + ": " + invalid.getMessage(),
                    invalid);
        }
    }

    /** What has no date of its own changed with what it is in. */
    private static void date(JsonNode part, ObjectNode whole) {
        ObjectNode object = (ObjectNode) part;
        if (!object.has(LAST_UPDATED)) {
            object.set(LAST_UPDATED, whole.get(LAST_UPDATED));
        }
        object.path("connectors").forEach(connector -> date(connector, object));
    }

    private String dated(String text) {
        return MOMENT.matcher(text).replaceAll(moment -> DateTimes.format(at(Integer.parseInt(moment.group(1)))));
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(SeedFile.class.getResourceAsStream("/operator/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
