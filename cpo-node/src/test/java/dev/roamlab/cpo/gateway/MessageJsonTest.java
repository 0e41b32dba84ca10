package dev.roamlab.cpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message there is crosses the bus and is the same behind it. */
class MessageJsonTest {
    private static final int DEEPEST = 6;

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_comes_out_as_it_went_in(Class<? extends Record> type) throws Exception {
        Record message = (Record) sample(type, 0);

        String wire = MessageJson.write(message).toString();

        assertThat(MessageJson.read(new ObjectMapper().readTree(wire), type)).isEqualTo(message);
    }

    @Test
    void only_messages_of_the_kind_expected_are_read() {
        var clearCache = MessageJson.write(new ClearCacheRequest());
        var stranger = JsonNodeFactory.instance.objectNode().put("is", "../java.lang.String");

        assertThatThrownBy(() -> MessageJson.read(clearCache, StationCall.class))
                .hasMessageContaining("ClearCacheRequest is no stationcall");
        assertThatThrownBy(() -> MessageJson.read(stranger, StationCall.class)).hasMessageContaining("unknown here");
    }

    static List<Class<?>> messages() throws Exception {
        URI place = Request.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        if (Files.isDirectory(Path.of(place))) {
            return messages(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
            return messages(jar.getPath("/"));
        }
    }

    private static List<Class<?>> messages(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root.resolve("dev/roamlab/ocpp/messages"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Request.class") || name.endsWith("Response.class"))
                    .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                    .<Class<?>>map(MessageJsonTest::load)
                    .filter(Class::isRecord)
                    .filter(type -> Request.class.isAssignableFrom(type) || Response.class.isAssignableFrom(type))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Something of a type, every optional part present. */
    private static Object sample(Type type, int depth) throws Exception {
        if (type instanceof ParameterizedType generic) {
            boolean optional = generic.getRawType() == Optional.class;
            if (depth > DEEPEST) {
                return optional ? Optional.empty() : List.of();
            }
            Object inner = sample(generic.getActualTypeArguments()[0], depth + 1);
            return optional ? Optional.of(inner) : List.of(inner);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, depth);
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        return Objects.requireNonNull(SAMPLES.get(plain), plain.getName());
    }

    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            String.class,
            "tĕxt \"1\"",
            int.class,
            7,
            Integer.class,
            8,
            long.class,
            9L,
            Long.class,
            10L,
            boolean.class,
            true,
            Boolean.class,
            true,
            BigDecimal.class,
            new BigDecimal("12.3400"),
            Instant.class,
            Instant.parse("2026-11-21T10:00:00.123456Z"));

    private static Object record(Class<?> type, int depth) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = sample(components[i].getGenericType(), depth + 1);
        }
        return constructor.newInstance(values);
    }
}
