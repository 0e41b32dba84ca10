package dev.roamlab.ocpp.intercept;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What the beginning of a frame says; the rest is not read.
 *
 * @param id the message id; empty for {@link FrameKind#OTHER}
 * @param action of a CALL; else empty
 */
record Glance(FrameKind kind, String id, String action) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Glance NOTHING = new Glance(FrameKind.OTHER, "", "");

    static Glance at(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY || json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                return NOTHING;
            }
            int type = json.getIntValue();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                return NOTHING;
            }
            String id = json.getText();
            return switch (type) {
                case 2 ->
                    json.nextToken() == JsonToken.VALUE_STRING
                            ? new Glance(FrameKind.CALL, id, json.getText())
                            : NOTHING;
                case 3 -> new Glance(FrameKind.RESULT, id, "");
                case 4 -> new Glance(FrameKind.ERROR, id, "");
                default -> NOTHING;
            };
        } catch (IOException noFrame) {
            return NOTHING;
        }
    }
}
