package dev.roamlab.ocpp.rpc;

import static dev.roamlab.ocpp.rpc.RpcErrorCode.FORMATION_VIOLATION;
import static dev.roamlab.ocpp.rpc.RpcErrorCode.MESSAGE_TYPE_NOT_SUPPORTED;
import static dev.roamlab.ocpp.rpc.RpcErrorCode.PROTOCOL_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.ocpp.rpc.Frame.Broken;
import dev.roamlab.ocpp.rpc.Frame.BrokenAnswer;
import dev.roamlab.ocpp.rpc.Frame.Call;
import dev.roamlab.ocpp.rpc.Frame.CallError;
import dev.roamlab.ocpp.rpc.Frame.CallResult;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FramesTest {
    private static final Optional<String> NO_ID = Optional.empty();
    private static final Optional<String> SEVEN = Optional.of("7");

    @Test
    void a_call_is_read() {
        Frame frame = Frames.parse(" [ 2, \"7\", \"Authorize\", { \"idTag\": \"A\" } ] ");

        assertThat(frame).isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.id()).isEqualTo("7");
            assertThat(call.action()).isEqualTo("Authorize");
            assertThat(call.payload().toString()).isEqualTo("{\"idTag\":\"A\"}");
        });
    }

    @Test
    void a_result_is_read() {
        assertThat(Frames.parse("[3,\"7\",{}]")).isEqualTo(new CallResult("7", JsonNodeFactory.instance.objectNode()));
    }

    @Test
    void an_error_is_read() {
        assertThat(Frames.parse("[4,\"7\",\"NotSupported\",\"no\",{\"a\":1}]"))
                .isEqualTo(new CallError("7", "NotSupported", "no"));
    }

    @Test
    void an_error_without_description_and_details_is_tolerated() {
        assertThat(Frames.parse("[4,\"7\",\"NotSupported\"]")).isEqualTo(new CallError("7", "NotSupported", ""));
    }

    static Stream<Arguments> broken() {
        String longId = "x".repeat(37);
        return Stream.of(
                arguments("", NO_ID, FORMATION_VIOLATION, "must be an array"),
                arguments("hello", NO_ID, FORMATION_VIOLATION, "no JSON"),
                arguments("[2,\"7\",\"Heartbeat\",{}", NO_ID, FORMATION_VIOLATION, "no JSON"),
                arguments("[2,\"7\",\"Heartbeat\",{}] x", NO_ID, FORMATION_VIOLATION, "no JSON"),
                arguments("{\"a\":1}", NO_ID, FORMATION_VIOLATION, "object, must be an array"),
                arguments("null", NO_ID, FORMATION_VIOLATION, "null, must be an array"),
                arguments("[]", NO_ID, FORMATION_VIOLATION, "message type: missing"),
                arguments("[\"2\",\"7\",\"Heartbeat\",{}]", SEVEN, FORMATION_VIOLATION, "message type: \"2\""),
                arguments("[2.5,\"7\",\"Heartbeat\",{}]", SEVEN, FORMATION_VIOLATION, "message type: 2.5"),
                arguments("[5,\"7\",\"Heartbeat\",{}]", SEVEN, MESSAGE_TYPE_NOT_SUPPORTED, "message type: 5"),
                arguments("[-1,\"7\"]", SEVEN, MESSAGE_TYPE_NOT_SUPPORTED, "message type: -1"),
                arguments("[2]", NO_ID, FORMATION_VIOLATION, "message id: missing"),
                arguments("[2,7,\"Heartbeat\",{}]", NO_ID, FORMATION_VIOLATION, "message id: 7"),
                arguments("[2,\"\",\"Heartbeat\",{}]", NO_ID, FORMATION_VIOLATION, "message id: \"\""),
                arguments("[2,\"" + longId + "\",\"Heartbeat\",{}]", NO_ID, FORMATION_VIOLATION, "1 to 36 characters"),
                arguments("[2,\"7\"]", SEVEN, PROTOCOL_ERROR, "here are 2"),
                arguments("[2,\"7\",\"Heartbeat\"]", SEVEN, PROTOCOL_ERROR, "here are 3"),
                arguments("[2,\"7\",\"Heartbeat\",null]", SEVEN, PROTOCOL_ERROR, "without a payload"),
                arguments("[2,\"7\",\"Heartbeat\",{},1]", SEVEN, FORMATION_VIOLATION, "here are 5"),
                arguments("[2,\"7\",12,{}]", SEVEN, FORMATION_VIOLATION, "action: 12, must be a string"),
                arguments("[2,\"7\",\"Heartbeat\",[]]", SEVEN, FORMATION_VIOLATION, "payload: array"),
                arguments("[2,\"7\",\"Heartbeat\",\"{}\"]", SEVEN, FORMATION_VIOLATION, "payload: string"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_no_call_says_why(String text, Optional<String> id, RpcErrorCode code, String why) {
        assertThat(Frames.parse(text)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.id()).isEqualTo(id);
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.why()).contains(why);
        });
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                arguments("[3,\"7\"]", "here are 2"),
                arguments("[3,\"7\",{},{}]", "here are 4"),
                arguments("[3,\"7\",[]]", "payload: array"),
                arguments("[4,\"7\"]", "error code: missing"),
                arguments("[4,\"7\",17,\"\",{}]", "error code: 17"));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void what_was_meant_as_an_answer_is_never_answered(String text, String why) {
        assertThat(Frames.parse(text)).isInstanceOfSatisfying(BrokenAnswer.class, broken -> {
            assertThat(broken.id()).isEqualTo("7");
            assertThat(broken.why()).contains(why);
        });
    }

    @Test
    void a_nest_of_a_thousand_arrays_is_only_broken() {
        assertThat(Frames.parse("[".repeat(60_000))).isInstanceOf(Broken.class);
    }

    @Test
    void an_errors_description_is_cut_to_255_characters() {
        assertThat(Frames.error("7", "GenericError", "x".repeat(300)))
                .isEqualTo("[4,\"7\",\"GenericError\",\"" + "x".repeat(255) + "\",{}]");
    }

    @Test
    void no_text_whatever_makes_reading_throw() {
        Random random = new Random(16);
        String good =
                "[2,\"7\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Available\"}]";
        for (int i = 0; i < 50_000; i++) {
            assertThat(Frames.parse(Mutations.of(good, random))).isNotNull();
        }
    }
}
