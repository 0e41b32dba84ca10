package dev.roamlab.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An object within a JSON file that is read strictly: what is missing or of another type is named with its place. */
record JsonPlace(String pointer, JsonNode node) {

    static JsonPlace root(JsonNode node) {
        JsonPlace place = new JsonPlace("", node);
        place.require(node.isObject(), "an object");
        return place;
    }

    String text(String name) {
        JsonPlace member = member(name);
        member.require(member.node.isTextual(), "a string");
        return member.node.textValue();
    }

    Optional<String> optionalText(String name) {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        JsonPlace member = member(name);
        member.require(member.node.isIntegralNumber(), "a whole number");
        return member.node.longValue();
    }

    Optional<Long> optionalNumber(String name) {
        return node.has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    BigDecimal decimal(String name) {
        JsonPlace member = member(name);
        member.require(member.node.isNumber(), "a number");
        return member.node.decimalValue();
    }

    boolean flag(String name) {
        JsonPlace member = member(name);
        member.require(member.node.isBoolean(), "true or false");
        return member.node.booleanValue();
    }

    JsonPlace object(String name) {
        JsonPlace member = member(name);
        member.require(member.node.isObject(), "an object");
        return member;
    }

    /** The objects of a list; none when it is not there. */
    <T> List<T> objects(String name, Function<JsonPlace, T> reading) {
        return items(name)
                .peek(item -> item.require(item.node.isObject(), "an object"))
                .map(reading)
                .toList();
    }

    /** The strings of a list; none when it is not there. */
    List<String> texts(String name) {
        return items(name)
                .peek(item -> item.require(item.node.isTextual(), "a string"))
                .map(item -> item.node.textValue())
                .toList();
    }

    /** The whole numbers of a list; none when it is not there. */
    List<Long> numbers(String name) {
        return items(name)
                .peek(item -> item.require(item.node.isIntegralNumber(), "a whole number"))
                .map(item -> item.node.longValue())
                .toList();
    }

    /** One of several constants, by its spelling. */
    <E> E oneOf(String name, E[] constants, Function<E, String> spelling) {
        String word = text(name);
        return Arrays.stream(constants)
                .filter(constant -> spelling.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(pointer + "/" + name + ": \"" + word
                        + "\", must be one of "
                        + Arrays.stream(constants).map(spelling).collect(Collectors.joining(", "))));
    }

    private Stream<JsonPlace> items(String name) {
        if (!node.has(name)) {
            return Stream.empty();
        }
        JsonPlace list = member(name);
        list.require(list.node.isArray(), "a list");
        return IntStream.range(0, list.node.size())
                .mapToObj(at -> new JsonPlace(list.pointer + "/" + at, list.node.get(at)));
    }

    private JsonPlace member(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new IllegalArgumentException(pointer + "/" + name + ": is missing");
        }
        return new JsonPlace(pointer + "/" + name, member);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException((pointer.isEmpty() ? "the file" : pointer) + ": must be " + what);
        }
    }
}
