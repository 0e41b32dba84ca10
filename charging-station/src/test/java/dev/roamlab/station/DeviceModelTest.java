package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetConfigurationResponse;
import dev.roamlab.ocpp.messages.variables.AttributeType;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.ComponentCriterion;
import dev.roamlab.ocpp.messages.variables.ComponentVariable;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import dev.roamlab.ocpp.messages.variables.GetBaseReportRequest;
import dev.roamlab.ocpp.messages.variables.GetReportRequest;
import dev.roamlab.ocpp.messages.variables.GetReportResponse;
import dev.roamlab.ocpp.messages.variables.GetVariableData;
import dev.roamlab.ocpp.messages.variables.GetVariableResult;
import dev.roamlab.ocpp.messages.variables.GetVariablesRequest;
import dev.roamlab.ocpp.messages.variables.GetVariablesResponse;
import dev.roamlab.ocpp.messages.variables.NotifyReportRequest;
import dev.roamlab.ocpp.messages.variables.ReportBase;
import dev.roamlab.ocpp.messages.variables.ReportData;
import dev.roamlab.ocpp.messages.variables.SetVariableData;
import dev.roamlab.ocpp.messages.variables.SetVariableResult;
import dev.roamlab.ocpp.messages.variables.SetVariablesRequest;
import dev.roamlab.ocpp.messages.variables.SetVariablesResponse;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.payload.Payloads;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceModelTest {
    private final StationRig rig = StationRig.booted("dc-50", Idiom.V2_0_1);

    static List<StationModel> models() {
        return StationModels.shipped().all();
    }

    @ParameterizedTest
    @CsvSource({
        "OCPPCommCtrlr, HeartbeatInterval,   , 300",
        "ocppcommctrlr, heartbeatinterval,   , 300",
        "ChargingStation, SerialNumber,      , VM50-00000001",
        "ChargingStation, VendorName,        , Voltmark",
        "EVSE,          Power,              1, 0.0",
        "EVSE,          AvailabilityState,  2, Available",
        "SmartChargingCtrlr, RateUnit,       , 'A,W'",
        "ClockCtrlr,    DateTime,            , 2027-03-01T08:00:00Z"
    })
    void a_variable_is_read(String component, String variable, String evse, String value) {
        GetVariableResult result =
                get(component(component, Optional.ofNullable(evse)), new Variable(variable, Optional.empty()));

        assertThat(result.attributeStatus().name()).isEqualTo("ACCEPTED");
        assertThat(result.attributeValue()).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "Nonsense,      Colour,            ,       UNKNOWN_COMPONENT",
        "EVSE,          Power,             ,       UNKNOWN_COMPONENT",
        "OCPPCommCtrlr, Colour,            ,       UNKNOWN_VARIABLE",
        "OCPPCommCtrlr, HeartbeatInterval, MAX_SET, NOT_SUPPORTED_ATTRIBUTE_TYPE",
        "SecurityCtrlr, BasicAuthPassword, ,       REJECTED"
    })
    void what_cannot_be_read_has_the_status_that_says_why(
            String component, String variable, AttributeType attribute, String status) {
        var response = (GetVariablesResponse) rig.ask(new GetVariablesRequest(List.of(new GetVariableData(
                Optional.ofNullable(attribute),
                component(component, Optional.empty()),
                new Variable(variable, Optional.empty())))));

        assertThat(response.getVariableResult().get(0).attributeStatus().name()).isEqualTo(status);
        assertThat(response.getVariableResult().get(0).attributeValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OCPPCommCtrlr,   HeartbeatInterval,    , 77,    ACCEPTED,          ",
        "OCPPCommCtrlr,   HeartbeatInterval,    , 0,     REJECTED,          ValueTooLow",
        "OCPPCommCtrlr,   HeartbeatInterval,    , often, REJECTED,          InvalidValue",
        "OCPPCommCtrlr,   WebSocketPingInterval,, 20,    REBOOT_REQUIRED,   ",
        "OCPPCommCtrlr,   FileTransferProtocols,, HTTP,  REJECTED,          ReadOnly",
        "ChargingStation, Model,                , Mine,  REJECTED,          ReadOnly",
        "SecurityCtrlr,   BasicAuthPassword,    , short, REJECTED,          InvalidValue",
        "AuthCacheCtrlr,  Enabled,              , maybe, REJECTED,          InvalidValue",
        "AuthCacheCtrlr,  Colour,               , red,   UNKNOWN_VARIABLE,  ",
        "Nonsense,        Colour,               , red,   UNKNOWN_COMPONENT, ",
        "AuthCacheCtrlr,  Enabled,        TARGET, true,  NOT_SUPPORTED_ATTRIBUTE_TYPE, "
    })
    void a_change_is_answered_with_what_became_of_it(
            String component, String variable, AttributeType type, String value, String status, String reason) {
        SetVariableResult result = set(component, variable, Optional.ofNullable(type), value);

        assertThat(result.attributeStatus().name()).isEqualTo(status);
        assertThat(result.attributeStatusInfo().map(info -> info.reasonCode())).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void a_variable_of_2_0_1_and_a_key_of_1_6_that_mean_the_same_are_the_same() {
        set("SampledDataCtrlr", "TxUpdatedInterval", Optional.empty(), "7");

        var answer =
                (GetConfigurationResponse) rig.ask(new GetConfigurationRequest(List.of("MeterValueSampleInterval")));
        assertThat(answer.variables().get(0).value()).contains("7");
    }

    @Test
    void more_variables_than_fit_are_a_call_error() {
        GetVariableData one = new GetVariableData(
                Optional.empty(), component("EVSE", Optional.of("1")), new Variable("Power", Optional.empty()));

        assertThatThrownBy(() -> rig.ask(new GetVariablesRequest(Collections.nCopies(51, one))))
                .isInstanceOf(OcppCallException.class)
                .hasMessageContaining("51 items, at most 50");
    }

    @Test
    void a_full_inventory_comes_in_numbered_parts_of_which_the_last_says_so() {
        rig.ask(new GetBaseReportRequest(42, ReportBase.FULL_INVENTORY));

        List<NotifyReportRequest> parts = rig.sent(NotifyReportRequest.class);
        assertThat(parts).hasSizeGreaterThan(3).allMatch(part -> part.requestId() == 42);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).seqNo()).isEqualTo(i);
            assertThat(parts.get(i).tbc()).contains(i < parts.size() - 1);
            assertThat(parts.get(i).reportData()).hasSizeBetween(1, 25);
        }
        assertThat(variables(parts)).contains("EVSE 1 Power", "Connector 1.2 ConnectorType", "TxCtrlr TxStartPoint");
    }

    @Test
    void a_configuration_inventory_has_what_can_be_changed_and_keeps_the_password() {
        rig.ask(new GetBaseReportRequest(1, ReportBase.CONFIGURATION_INVENTORY));

        List<NotifyReportRequest> parts = rig.sent(NotifyReportRequest.class);
        assertThat(variables(parts))
                .contains("OCPPCommCtrlr HeartbeatInterval", "SecurityCtrlr BasicAuthPassword")
                .doesNotContain("ChargingStation Model");
        assertThat(parts.stream()
                        .flatMap(part -> part.reportData().stream())
                        .filter(data -> data.variable().name().equals("BasicAuthPassword"))
                        .findFirst()
                        .orElseThrow()
                        .variableAttribute()
                        .get(0)
                        .value())
                .isEmpty();
    }

    @Test
    void a_report_can_be_about_components_with_a_problem_only() {
        var all = List.of(new ComponentVariable(component("Connector", Optional.empty()), Optional.empty()));
        assertThat(report(all, ComponentCriterion.PROBLEM)).isEqualTo(GenericDeviceModelStatus.EMPTY_RESULT_SET);
        assertThat(rig.sent(NotifyReportRequest.class)).isEmpty();

        rig.happen(new StationEvent.FaultDetected(2, ErrorCode.GROUND_FAILURE));

        assertThat(report(all, ComponentCriterion.PROBLEM)).isEqualTo(GenericDeviceModelStatus.ACCEPTED);
        assertThat(variables(rig.sent(NotifyReportRequest.class)))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("Connector 1.2 "));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_inventory_of_every_model_is_what_the_specification_allows(StationModel model) {
        StationRig any = StationRig.booted(model.id(), Idiom.V2_0_1);

        any.ask(new GetBaseReportRequest(1, ReportBase.FULL_INVENTORY));

        assertThat(any.sent(NotifyReportRequest.class))
                .isNotEmpty()
                .allSatisfy(part -> Payloads.write("NotifyReport", part));
    }

    @Test
    void stations_of_a_model_share_their_device_model() {
        Configuration one = Configuration.of(models().get(0));

        assertThat(one.change("HeartbeatInterval", "9").configuration().device())
                .isSameAs(one.device());
    }

    private GenericDeviceModelStatus report(List<ComponentVariable> about, ComponentCriterion rule) {
        return ((GetReportResponse) rig.ask(new GetReportRequest(about, 5, List.of(rule)))).status();
    }

    private static List<String> variables(List<NotifyReportRequest> parts) {
        return parts.stream()
                .flatMap(part -> part.reportData().stream())
                .map(DeviceModelTest::name)
                .toList();
    }

    private static String name(ReportData data) {
        String place = data.component()
                .evse()
                .map(evse -> evse.id()
                        + evse.connectorId().map(connector -> "." + connector).orElse("") + " ")
                .orElse("");
        return data.component().name() + " " + place + data.variable().name();
    }

    private GetVariableResult get(Component component, Variable variable) {
        return ((GetVariablesResponse) rig.ask(
                        new GetVariablesRequest(List.of(new GetVariableData(Optional.empty(), component, variable)))))
                .getVariableResult()
                .get(0);
    }

    private SetVariableResult set(String component, String variable, Optional<AttributeType> type, String value) {
        return ((SetVariablesResponse) rig.ask(new SetVariablesRequest(List.of(new SetVariableData(
                        type,
                        value,
                        component(component, Optional.empty()),
                        new Variable(variable, Optional.empty()))))))
                .setVariableResult()
                .get(0);
    }

    private static Component component(String name, Optional<String> evse) {
        return new Component(evse.map(id -> Evse.of(Integer.parseInt(id))), name, Optional.empty());
    }
}
