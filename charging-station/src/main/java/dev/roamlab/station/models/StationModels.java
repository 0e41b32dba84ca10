package dev.roamlab.station.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A catalogue of station models, by id. */
public final class StationModels {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Enum, enums -> enums.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .build();

    private final Map<String, StationModel> byId;

    private StationModels(Map<String, StationModel> byId) {
        this.byId = byId;
    }

    /** The catalogue that comes with the lab. */
    public static StationModels shipped() {
        return Shipped.MODELS;
    }

    /**
     * Reads a catalogue: a YAML list of models. Strict: an unknown, missing or doubled field is an error.
     *
     * @param source what to call it in error messages, such as the file's name
     * @throws IllegalArgumentException naming source, line, path, rule and value
     */
    public static StationModels parse(String yaml, String source) {
        StationModel[] models;
        try {
            models = YAML.readValue(yaml, StationModel[].class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(source + place(broken) + ": " + reason(broken), broken);
        }
        Map<String, StationModel> byId = new LinkedHashMap<>();
        for (StationModel model : models) {
            if (byId.put(model.id(), model) != null) {
                throw new IllegalArgumentException(source + ": id: '" + model.id() + "' is used twice");
            }
        }
        return new StationModels(byId);
    }

    /** All models, in the catalogue's order. */
    public List<StationModel> all() {
        return List.copyOf(byId.values());
    }

    /**
     * One model.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public StationModel named(String id) {
        StationModel model = byId.get(id);
        if (model == null) {
            throw new IllegalArgumentException("station model: no '" + id + "', there are " + byId.keySet());
        }
        return model;
    }

    private static String place(JsonProcessingException broken) {
        String line =
                broken.getLocation() == null ? "" : ":" + broken.getLocation().getLineNr();
        if (!(broken instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return line;
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return line + ": $" + path;
    }

    private static String reason(JsonProcessingException broken) {
        Throwable cause = broken.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : broken.getOriginalMessage();
    }

    /** Loaded when first asked for. */
    private static final class Shipped {
        private static final StationModels MODELS = load();

        private static StationModels load() {
            try (InputStream yaml =
                    Objects.requireNonNull(StationModels.class.getResourceAsStream("stations.yaml"), "stations.yaml")) {
                return parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8), "stations.yaml");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
