package dev.roamlab.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.OperationalStatus;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationRequestBuilder;
import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.Outgoing;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Translation station = translation(End.STATION);
    private final Translation csms = translation(End.CSMS);

    @ParameterizedTest
    @CsvSource({"7.5,kWh,,7500", "7.5,Wh,3,7500", "7500,Wh,0,7500", "7500,,,7500", "7.5,kWh,3,7500000"})
    void energy_is_in_watt_hours_whatever_the_wire_counts_in(
            String value, String unit, String multiplier, String wattHours) throws Exception {
        String unitOfMeasure = "{" + (unit == null ? "" : "\"unit\":\"" + unit + "\"")
                + (multiplier == null ? "" : (unit == null ? "" : ",") + "\"multiplier\":" + multiplier) + "}";

        SampledValue read = sampled("{\"value\":" + value + ",\"unitOfMeasure\":" + unitOfMeasure + "}")
                .get(0);

        assertThat(read.value()).isEqualByComparingTo(new BigDecimal(wattHours));
        assertThat(read.unit()).contains(UnitOfMeasure.WH);
        assertThat(read.isRegister()).isTrue();
    }

    @Test
    void energy_in_a_unit_that_nobody_knows_is_left_out() throws Exception {
        assertThat(sampled("{\"value\":1},{\"value\":2,\"unitOfMeasure\":{\"unit\":\"BTU\"}}"))
                .extracting(SampledValue::value)
                .containsExactly(BigDecimal.ONE);
    }

    @Test
    void a_connector_that_is_in_use_is_occupied_and_no_more() {
        assertThat(payload(status(1, ConnectorStatus.SUSPENDED_EV)))
                .isEqualTo("{\"timestamp\":\"2026-03-01T12:00:00.000Z\",\"connectorStatus\":\"Occupied\",\"evseId\":1,"
                        + "\"connectorId\":1}");
    }

    @Test
    void the_station_as_a_whole_has_no_status() {
        assertThat(station.outgoing(status(0, ConnectorStatus.AVAILABLE))).isInstanceOf(Outgoing.Unsaid.class);
    }

    @Test
    void a_connector_that_only_the_csms_knows_of_is_not_said() {
        assertThat(payload(new RequestStartTransactionRequest(IdToken.of("A"), 5, Optional.of(Evse.of(2, 1)))))
                .isEqualTo("{\"evseId\":2,\"idToken\":{\"idToken\":\"A\",\"type\":\"ISO14443\"},\"remoteStartId\":5}");
    }

    @Test
    void the_station_as_a_whole_is_meant_by_naming_no_evse() {
        assertThat(payload(new ChangeAvailabilityRequest(OperationalStatus.INOPERATIVE, Optional.of(Evse.STATION))))
                .isEqualTo("{\"operationalStatus\":\"Inoperative\"}");
    }

    @Test
    void what_only_1_6_has_is_refused_with_a_way_out() {
        assertThatThrownBy(() -> csms.outgoing(new GetConfigurationRequest(List.of())))
                .isInstanceOfSatisfying(
                        OcppCallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RpcErrorCode.NOT_SUPPORTED))
                .hasMessageContaining("GetVariables");
        assertThatThrownBy(() -> csms.outgoing(new ChangeConfigurationRequest("A", "b")))
                .hasMessageContaining("SetVariables");
    }

    @ParameterizedTest
    @CsvSource({"StartTransaction,NOT_IMPLEMENTED", "RequestStartTransaction,NOT_SUPPORTED"})
    void what_is_not_ours_to_answer_is_refused(String action, RpcErrorCode code) {
        assertThatThrownBy(() -> csms.incoming(action, json("{}")))
                .isInstanceOfSatisfying(
                        OcppCallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | OCCURRENCE_CONSTRAINT_VIOLATION | Reset.type",
                "{\"type\":1} | TYPE_CONSTRAINT_VIOLATION | Reset.type",
                "{\"type\":\"Hard\"} | PROPERTY_CONSTRAINT_VIOLATION | must be one of Immediate, OnIdle",
            })
    void a_broken_payload_is_refused_with_field_and_rule(String payload, RpcErrorCode code, String said)
            throws Exception {
        ObjectNode broken = json(payload);

        assertThatThrownBy(() -> station.incoming("Reset", broken))
                .isInstanceOfSatisfying(
                        OcppCallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(said);
    }

    private List<SampledValue> sampled(String values) throws Exception {
        Request<?> read = csms.incoming(
                        "MeterValues",
                        json("{\"evseId\":1,\"meterValue\":[{\"timestamp\":\"2026-03-01T12:00:00Z\",\"sampledValue\":["
                                + values + "]}]}"))
                .request();
        return ((MeterValuesRequest) read).meterValue().get(0).sampledValue();
    }

    private String payload(Request<?> request) {
        return ((Outgoing.Sent<?>) csms.outgoing(request)).payload().toString();
    }

    private static StatusNotificationRequest status(int evse, ConnectorStatus status) {
        return StatusNotificationRequestBuilder.builder()
                .timestamp(NOON)
                .connectorStatus(status)
                .evseId(evse)
                .connectorId(evse)
                .build();
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }

    private static Translation translation(End us) {
        return new DialectV201()
                .translation(us, new TranslationContext(Clock.systemUTC(), Topology.ONE_CONNECTOR_EACH, () -> 1));
    }
}
