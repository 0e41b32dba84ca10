package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How one version of OCPP binds records to JSON. By itself a record is its own payload; where a version writes something in
 * another form, that form is a record of the version's own, and two functions lead from one to the other. A later version is
 * made of an earlier one by {@link #but()}.
 */
public final class Binding {
    /** Every record is its own payload. */
    public static final Binding PLAIN = new Binding(Map.of(), Map.of());

    private final Map<Class<?>, Reshaping<?, ?>> reshapings;
    private final Map<Class<?>, Map<?, ?>> saidAs;
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<Class<?>, Codec> codecs = new ConcurrentHashMap<>();

    private Binding(Map<Class<?>, Reshaping<?, ?>> reshapings, Map<Class<?>, Map<?, ?>> saidAs) {
        this.reshapings = Map.copyOf(reshapings);
        this.saidAs = Map.copyOf(saidAs);
    }

    /** Another form of a type: the functions throw IllegalArgumentException for what the other form cannot say. */
    record Reshaping<N, W>(Class<N> neutral, Class<W> wire, Function<N, W> toWire, Function<W, N> toNeutral) {
        Object written(Object value) {
            return toWire.apply(neutral.cast(value));
        }

        Object read(Object value) {
            return toNeutral.apply(wire.cast(value));
        }
    }

    /** Begins a binding like this one, with differences. */
    public Builder but() {
        return new Builder(this);
    }

    /**
     * Reads a payload.
     *
     * @param name of the payload, the beginning of every path in an error
     * @throws dev.roamlab.ocpp.rpc.OcppCallException naming field, rule and value
     */
    public <T> T read(String name, JsonNode json, Class<T> type) {
        return type.cast(codec(type).read(json, name));
    }

    /**
     * Writes a payload.
     *
     * @throws dev.roamlab.ocpp.rpc.OcppCallException when a value is beyond what this version allows
     */
    public ObjectNode write(String name, Record payload) {
        return (ObjectNode) codec(payload.getClass()).write(payload, name);
    }

    /** The type whose fields are on the wire where this one is meant. */
    public Class<?> wireType(Class<?> type) {
        Reshaping<?, ?> reshaping = reshapings.get(type);
        return reshaping == null ? type : reshaping.wire();
    }

    /** What this version says instead of a constant; the constant itself where it has it. */
    public Enum<?> said(Enum<?> constant) {
        Object other =
                saidAs.getOrDefault(constant.getDeclaringClass(), Map.of()).get(constant);
        return other == null ? constant : (Enum<?>) other;
    }

    /** The spellings of an enum that are read. */
    public List<String> spellings(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> said(constant) == constant)
                .map(Leaf::spelling)
                .toList();
    }

    /** The shape of a record that is on the wire. */
    public Shape shape(Class<?> type) {
        Shape known = shapes.get(type);
        if (known == null) {
            // Not computeIfAbsent: a shape asks for those of its parts.
            known = new Shape(type, this);
            shapes.put(type, known);
        }
        return known;
    }

    Codec codec(Class<?> type) {
        Codec known = codecs.get(type);
        if (known == null) {
            known = newCodec(type);
            codecs.put(type, known);
        }
        return known;
    }

    private Codec newCodec(Class<?> type) {
        Reshaping<?, ?> reshaping = reshapings.get(type);
        if (reshaping != null) {
            return new ReshapedCodec(reshaping, plain(reshaping.wire()));
        }
        return plain(type);
    }

    private Codec plain(Class<?> type) {
        Optional<Leaf> leaf = type.isEnum() ? Optional.of(constants(type)) : Leaf.of(type);
        return leaf.<Codec>map(LeafCodec::new).orElseGet(() -> new RecordCodec(shape(type)));
    }

    private Leaf constants(Class<?> type) {
        return saidAs.containsKey(type)
                ? Leaf.spelled(type, this::said)
                : Leaf.of(type).orElseThrow();
    }

    /** Makes a binding. */
    public static final class Builder {
        private final Map<Class<?>, Reshaping<?, ?>> reshapings;
        private final Map<Class<?>, Map<?, ?>> saidAs;

        private Builder(Binding from) {
            reshapings = new HashMap<>(from.reshapings);
            saidAs = new HashMap<>(from.saidAs);
        }

        /** This version has another form of a type. The functions may throw IllegalArgumentException. */
        public <N, W> Builder reshape(
                Class<N> neutral, Class<W> wire, Function<N, W> toWire, Function<W, N> toNeutral) {
            reshapings.put(neutral, new Reshaping<>(neutral, wire, toWire, toNeutral));
            return this;
        }

        /** This version does not have these constants; each is said as another one, and never read. */
        public <E extends Enum<E>> Builder without(Class<E> type, Map<E, E> instead) {
            saidAs.put(type, Map.copyOf(instead));
            return this;
        }

        /** This version has a type in its own form after all, whatever an earlier one made of it. */
        public Builder plainly(Class<?> type) {
            reshapings.remove(type);
            saidAs.remove(type);
            return this;
        }

        /** The binding. */
        public Binding build() {
            return new Binding(reshapings, saidAs);
        }
    }

    private record LeafCodec(Leaf leaf) implements Codec {
        @Override
        public Object read(JsonNode json, String path) {
            return leaf.read().read(json, path);
        }

        @Override
        public JsonNode write(Object value, String path) {
            return leaf.write().apply(value);
        }
    }

    private record RecordCodec(Shape shape) implements Codec {
        @Override
        public Object read(JsonNode json, String path) {
            return shape.read(json, path);
        }

        @Override
        public JsonNode write(Object value, String path) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            shape.write(value, json, path);
            return json;
        }
    }

    private record ReshapedCodec(Reshaping<?, ?> reshaping, Codec wire) implements Codec {
        @Override
        public Object read(JsonNode json, String path) {
            Object form = wire.read(json, path);
            try {
                return reshaping.read(form);
            } catch (IllegalArgumentException wrong) {
                throw Codec.wrong(path, wrong);
            }
        }

        @Override
        public JsonNode write(Object value, String path) {
            Object form;
            try {
                form = reshaping.written(value);
            } catch (IllegalArgumentException wrong) {
                throw Codec.wrong(path, wrong);
            }
            return wire.write(form, path);
        }
    }
}
