package dev.roamlab.cpo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Neutral messages to and from JSON, for the way between gateway and core. A message is written with its kind, which is its
 * class's name below {@code ocpp.messages}. No rules are checked: the gateway did that when it read the message from the wire.
 */
final class MessageJson {
    private static final String MESSAGES = "dev.roamlab.ocpp.messages.";
    private static final String KIND = "is";
    private static final String BODY = "body";

    private MessageJson() {}

    static ObjectNode write(Record message) {
        String name = message.getClass().getName();
        if (!name.startsWith(MESSAGES)) {
            throw new IllegalArgumentException(name + " is no OCPP message");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(KIND, name.substring(MESSAGES.length()));
        json.set(BODY, Form.of(message.getClass()).write(message));
        return json;
    }

    /**
     * Reads a message of a certain kind.
     *
     * @throws IllegalArgumentException when it is none; the other side may be of another version of the program
     */
    static <T> T read(JsonNode json, Class<T> kind) {
        Class<?> type = type(json.path(KIND).asText());
        if (!type.isRecord() || !kind.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " is no " + kind.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return kind.cast(Form.of(type).read(json.path(BODY)));
    }

    private static Class<?> type(String kind) {
        try {
            return Class.forName(MESSAGES + kind, false, MessageJson.class.getClassLoader());
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("message kind '" + kind + "' is unknown here", unknown);
        }
    }
}
