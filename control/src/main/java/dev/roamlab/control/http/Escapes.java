package dev.roamlab.control.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Percent escapes in URLs, read strictly: what is no UTF-8 is no text. */
final class Escapes {
    private Escapes() {}

    /** The text behind the escapes; empty when they make none. */
    static Optional<String> undone(String escaped, boolean plusIsSpace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        byte[] raw = escaped.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                int value = i + 2 < raw.length ? hex(raw[i + 1]) * 16 + hex(raw[i + 2]) : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(plusIsSpace && raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /**
     * The parameters of a query; each may occur once.
     *
     * @throws Refused with 400 naming the parameter
     */
    static Map<String, String> query(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            String name = text(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : text(part.substring(equals + 1));
            if (!name.isEmpty() && parameters.put(name, value) != null) {
                throw Refused.badRequest("the query has the parameter '" + name + "' twice");
            }
        }
        return parameters;
    }

    private static String text(String escaped) {
        return undone(escaped, true).orElseThrow(() -> Refused.badRequest("the query is not properly escaped"));
    }

    /** Far below zero for what is no hexadecimal digit. */
    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1_000 : value;
    }
}
