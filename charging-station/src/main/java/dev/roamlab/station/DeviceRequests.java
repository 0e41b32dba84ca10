package dev.roamlab.station;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.display.ClearDisplayMessageRequest;
import dev.roamlab.ocpp.messages.display.GetDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.SetDisplayMessageRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.lists.GetLocalListVersionRequest;
import dev.roamlab.ocpp.messages.lists.GetLocalListVersionResponse;
import dev.roamlab.ocpp.messages.lists.SendLocalListRequest;
import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.monitoring.ClearVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationRequest;
import dev.roamlab.ocpp.messages.monitoring.GetMonitoringReportRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringBaseRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringLevelRequest;
import dev.roamlab.ocpp.messages.monitoring.SetVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.security.CertificateSignedRequest;
import dev.roamlab.ocpp.messages.security.DeleteCertificateRequest;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsRequest;
import dev.roamlab.ocpp.messages.security.InstallCertificateRequest;
import dev.roamlab.ocpp.messages.variables.GetBaseReportRequest;
import dev.roamlab.ocpp.messages.variables.GetReportRequest;
import dev.roamlab.ocpp.messages.variables.GetVariablesRequest;
import dev.roamlab.ocpp.messages.variables.SetNetworkProfileRequest;
import dev.roamlab.ocpp.messages.variables.SetVariablesRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a CSMS asks of the device rather than of its charging: which request is whose business. */
final class DeviceRequests {
    private static final Map<Class<?>, BiFunction<Turn, CsmsCall<?>, Response>> ANSWERS = new Table()
            .add(GetVariablesRequest.class, DeviceVariables::get)
            .add(SetVariablesRequest.class, DeviceVariables::set)
            .add(GetBaseReportRequest.class, DeviceReports::base)
            .add(GetReportRequest.class, DeviceReports::report)
            .add(SetNetworkProfileRequest.class, NetworkProfileSetting::set)
            .add(
                    GetLocalListVersionRequest.class,
                    (turn, asked) -> new GetLocalListVersionResponse(LocalLists.version(turn)))
            .add(SendLocalListRequest.class, LocalLists::send)
            .add(DataTransferRequest.class, DataTransfers::answer)
            .add(ResetRequest.class, Resets::reset)
            .add(UpdateFirmwareRequest.class, FirmwareOrders::update)
            .add(GetLogRequest.class, LogUploads::send)
            .add(SetDisplayMessageRequest.class, Displays::set)
            .add(GetDisplayMessagesRequest.class, Displays::get)
            .add(ClearDisplayMessageRequest.class, Displays::clear)
            .add(CustomerInformationRequest.class, CustomerData::answer)
            .add(InstallCertificateRequest.class, Securing::install)
            .add(DeleteCertificateRequest.class, Securing::delete)
            .add(GetInstalledCertificateIdsRequest.class, Securing::ids)
            .add(CertificateSignedRequest.class, Securing::signed)
            .add(SetVariableMonitoringRequest.class, MonitorSettings::set)
            .add(ClearVariableMonitoringRequest.class, MonitorSettings::clear)
            .add(SetMonitoringBaseRequest.class, MonitorSettings::base)
            .add(SetMonitoringLevelRequest.class, MonitorSettings::level)
            .add(GetMonitoringReportRequest.class, MonitorReports::report)
            .toMap();

    private DeviceRequests() {}

    static Optional<Response> answer(Turn turn, CsmsCall<?> request) {
        return Optional.ofNullable(ANSWERS.get(request.getClass())).map(rule -> rule.apply(turn, request));
    }

    /** Collects the rules, each for the type it takes. */
    private static final class Table {
        private final Map<Class<?>, BiFunction<Turn, CsmsCall<?>, Response>> rules = new HashMap<>();

        <Q extends CsmsCall<A>, A extends Response> Table add(Class<Q> type, BiFunction<Turn, Q, A> rule) {
            rules.put(type, (turn, request) -> rule.apply(turn, type.cast(request)));
            return this;
        }

        Map<Class<?>, BiFunction<Turn, CsmsCall<?>, Response>> toMap() {
            return Map.copyOf(rules);
        }
    }
}
