package dev.roamlab.station.physics;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cars that come with the lab, by id. Their names are invented, their figures are of the usual kind. */
public final class Cars {
    private static final Map<String, CarModel> ALL = load();

    private Cars() {}

    /** All of them, in the catalogue's order. */
    public static List<CarModel> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static CarModel named(String id) {
        CarModel model = ALL.get(id);
        if (model == null) {
            throw new IllegalArgumentException("car: no '" + id + "', there are " + ALL.keySet());
        }
        return model;
    }

    private static Map<String, CarModel> load() {
        try (InputStream yaml = Objects.requireNonNull(Cars.class.getResourceAsStream("cars.yaml"), "cars.yaml")) {
            List<CarModel> models = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(yaml, new TypeReference<>() {});
            Map<String, CarModel> byId = new LinkedHashMap<>();
            models.forEach(model -> byId.put(model.id(), model));
            return byId;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
