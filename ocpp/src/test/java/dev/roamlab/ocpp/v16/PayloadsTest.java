package dev.roamlab.ocpp.v16;

import static dev.roamlab.ocpp.rpc.RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION;
import static dev.roamlab.ocpp.rpc.RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION;
import static dev.roamlab.ocpp.rpc.RpcErrorCode.TYPE_CONSTRAINT_VIOLATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.payload.Payloads;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadsTest {
    private static final String TIME = "'timestamp':'2026-11-21T12:00:00Z'";

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("Authorize", "{}", OCCURRENCE_CONSTRAINT_VIOLATION, "Authorize.idTag: missing, required"),
                arguments("Authorize", "{'idTag':null}", OCCURRENCE_CONSTRAINT_VIOLATION, "Authorize.idTag: missing"),
                arguments(
                        "Authorize", "{'idTag':5}", TYPE_CONSTRAINT_VIOLATION, "Authorize.idTag: 5, must be a string"),
                arguments(
                        "Authorize",
                        "{'idTag':'123456789012345678901'}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "Authorize.idTag: 21 characters, at most 20"),
                arguments(
                        "Reset",
                        "{'type':'hard'}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "Reset.type: 'hard', must be one of Hard, Soft"),
                arguments(
                        "UnlockConnector",
                        "{'connectorId':0}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "UnlockConnector.connectorId: 0, at least 1"),
                arguments(
                        "UnlockConnector",
                        "{'connectorId':'1'}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "connectorId: \"1\", must be an integer"),
                arguments(
                        "UnlockConnector",
                        "{'connectorId':1.5}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "connectorId: 1.5, must be an integer"),
                arguments(
                        "UnlockConnector",
                        "{'connectorId':2147483648}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "must be an integer of 32 bits"),
                arguments(
                        "UnlockConnector",
                        "{'connectorId':1e999999999}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "must be an integer"),
                arguments(
                        "GetConfiguration",
                        "{'key':'a'}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "GetConfiguration.key: \"a\", must be an array"),
                arguments(
                        "GetConfiguration",
                        "{'key':['a',7]}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "GetConfiguration.key[1]: 7, must be a string"),
                arguments(
                        "MeterValues",
                        "{'connectorId':1,'meterValue':[]}",
                        OCCURRENCE_CONSTRAINT_VIOLATION,
                        "MeterValues.meterValue: no element, at least 1"),
                arguments(
                        "MeterValues",
                        "{'connectorId':1,'meterValue':[7]}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "MeterValues.meterValue[0]: 7, must be an object"),
                arguments(
                        "MeterValues",
                        "{'connectorId':1,'meterValue':[{" + TIME + ",'sampledValue':[{'value':'1','unit':'MWh'}]}]}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "MeterValues.meterValue[0].sampledValue[0].unit: 'MWh', must be one of Wh, kWh"),
                arguments(
                        "MeterValues",
                        "{'connectorId':1,'meterValue':[{" + TIME + ",'sampledValue':[{'value':1}]}]}",
                        TYPE_CONSTRAINT_VIOLATION,
                        "sampledValue[0].value: 1, must be a string"),
                arguments(
                        "Authorize",
                        "{'idTag':'A\\u0000'}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "Authorize.idTag: 'A\u0000', printable ASCII only"),
                arguments(
                        "Authorize",
                        "{'idTag':'\\ud800'}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "Authorize.idTag: '\ud800', printable ASCII only"),
                arguments(
                        "StopTransaction",
                        "{'meterStop':1,'transactionId':1,'timestamp':'yesterday'}",
                        PROPERTY_CONSTRAINT_VIOLATION,
                        "StopTransaction.timestamp: 'yesterday', must be a date and time"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_payload_names_field_rule_and_value(String action, String text, RpcErrorCode code, String why) {
        Class<? extends Record> type = Actions.all().stream()
                .filter(known -> known.name().equals(action))
                .findFirst()
                .orElseThrow()
                .req();

        assertThatThrownBy(() -> Payloads.read(action, json(text), type))
                .isInstanceOfSatisfying(OcppCallException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.description()).contains(why);
                });
    }

    @Test
    void unknown_fields_are_ignored() {
        assertThat(Payloads.read("Authorize", json("{'idTag':'A','colour':{'r':1}}"), Authorize.Req.class))
                .isEqualTo(new Authorize.Req("A"));
    }

    @Test
    void an_optional_field_that_is_null_is_absent() {
        assertThat(Payloads.read("StopTransaction", json("{'idTag':null}"), IdTagOnly.class)
                        .idTag())
                .isEmpty();
    }

    @Test
    void what_is_beyond_the_wire_is_not_sent() {
        assertThatThrownBy(() -> Payloads.write("Authorize", new Authorize.Req("x".repeat(21))))
                .hasMessageContaining("Authorize.idTag: 21 characters, at most 20");
    }

    private record IdTagOnly(java.util.Optional<String> idTag) {}
}
