package dev.roamlab.ocpp.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.rpc.Frame.Broken;
import dev.roamlab.ocpp.rpc.Frame.BrokenAnswer;
import dev.roamlab.ocpp.rpc.Frame.Call;
import dev.roamlab.ocpp.rpc.Frame.CallError;
import dev.roamlab.ocpp.rpc.Frame.CallResult;
import java.util.Optional;

/**
 * OCPP-J frames to and from text. Reading never throws: what cannot be read is a {@link Broken} that says why. Spec: OCPP-J
 * 1.6, chapter 4.
 */
final class Frames {
    private static final int CALL = 2;
    private static final int CALL_RESULT = 3;
    private static final int CALL_ERROR = 4;
    private static final int MAX_ID = 36;
    private static final int MAX_DESCRIPTION = 255;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Frames() {}

    static String call(String id, String action, ObjectNode payload) {
        return JSON.createArrayNode().add(CALL).add(id).add(action).add(payload).toString();
    }

    static String result(String id, ObjectNode payload) {
        return JSON.createArrayNode().add(CALL_RESULT).add(id).add(payload).toString();
    }

    /** A CALLERROR; what is too long for it is cut. */
    static String error(String id, String code, String description) {
        String cut = description.length() > MAX_DESCRIPTION ? description.substring(0, MAX_DESCRIPTION) : description;
        ArrayNode frame =
                JSON.createArrayNode().add(CALL_ERROR).add(id).add(code).add(cut);
        frame.addObject();
        return frame.toString();
    }

    static Frame parse(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return broken(RpcErrorCode.FORMATION_VIOLATION, "frame: no JSON: " + noJson.getOriginalMessage());
        } catch (NumberFormatException beyondReason) {
            // Jackson lets an exponent that no BigDecimal can hold through to the top.
            return broken(RpcErrorCode.FORMATION_VIOLATION, "frame: no JSON: a number beyond all bounds");
        }
        if (!(root instanceof ArrayNode frame)) {
            return broken(RpcErrorCode.FORMATION_VIOLATION, "frame: " + kind(root) + ", must be an array");
        }
        if (!frame.path(0).isInt()) {
            return new Broken(
                    id(frame),
                    RpcErrorCode.FORMATION_VIOLATION,
                    "message type: " + shown(frame.path(0)) + ", must be 2, 3 or 4");
        }
        Optional<String> id = id(frame);
        int type = frame.get(0).intValue();
        if (type < CALL || type > CALL_ERROR) {
            return new Broken(
                    id, RpcErrorCode.MESSAGE_TYPE_NOT_SUPPORTED, "message type: " + type + ", must be 2, 3 or 4");
        }
        if (id.isEmpty()) {
            return broken(
                    RpcErrorCode.FORMATION_VIOLATION,
                    "message id: " + shown(frame.path(1)) + ", must be a string of 1 to " + MAX_ID + " characters");
        }
        return switch (type) {
            case CALL -> call(frame, id.get());
            case CALL_RESULT -> result(frame, id.get());
            default -> error(frame, id.get());
        };
    }

    private static Frame call(ArrayNode frame, String id) {
        Optional<String> known = Optional.of(id);
        if (frame.size() < 4 || frame.get(3).isNull()) {
            return new Broken(
                    known,
                    RpcErrorCode.PROTOCOL_ERROR,
                    "frame: a CALL has 4 elements, here are "
                            + (frame.size() < 4 ? Integer.toString(frame.size()) : "4 without a payload"));
        }
        if (frame.size() > 4) {
            return new Broken(
                    known, RpcErrorCode.FORMATION_VIOLATION, "frame: a CALL has 4 elements, here are " + frame.size());
        }
        if (!frame.get(2).isTextual()) {
            return new Broken(
                    known, RpcErrorCode.FORMATION_VIOLATION, "action: " + shown(frame.get(2)) + ", must be a string");
        }
        return frame.get(3) instanceof ObjectNode payload
                ? new Call(id, frame.get(2).textValue(), payload)
                : new Broken(
                        known,
                        RpcErrorCode.FORMATION_VIOLATION,
                        "payload: " + kind(frame.get(3)) + ", must be an object");
    }

    private static Frame result(ArrayNode frame, String id) {
        if (frame.size() != 3) {
            return new BrokenAnswer(id, "frame: a CALLRESULT has 3 elements, here are " + frame.size());
        }
        return frame.get(2) instanceof ObjectNode payload
                ? new CallResult(id, payload)
                : new BrokenAnswer(id, "payload: " + kind(frame.get(2)) + ", must be an object");
    }

    /** In the field, description and details are often left out: tolerated, the code says enough. */
    private static Frame error(ArrayNode frame, String id) {
        return frame.path(2).isTextual()
                ? new CallError(id, frame.get(2).textValue(), frame.path(3).asText(""))
                : new BrokenAnswer(id, "error code: " + shown(frame.path(2)) + ", must be a string");
    }

    private static Optional<String> id(ArrayNode frame) {
        JsonNode id = frame.path(1);
        return id.isTextual() && !id.textValue().isEmpty() && id.textValue().length() <= MAX_ID
                ? Optional.of(id.textValue())
                : Optional.empty();
    }

    private static Broken broken(RpcErrorCode code, String why) {
        return new Broken(Optional.empty(), code, why);
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String kind(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
