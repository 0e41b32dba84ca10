package dev.roamlab.cpo.csms;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateRequest;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.charging.ClearedChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.ClearedChargingLimitResponse;
import dev.roamlab.ocpp.messages.charging.NotifyChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.NotifyChargingLimitResponse;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsResponse;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsStatus;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingScheduleRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingScheduleResponse;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesRequest;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesResponse;
import dev.roamlab.ocpp.messages.display.NotifyDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.NotifyDisplayMessagesResponse;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationResponse;
import dev.roamlab.ocpp.messages.firmware.PublishFirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.PublishFirmwareStatusNotificationResponse;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationResponse;
import dev.roamlab.ocpp.messages.monitoring.NotifyCustomerInformationRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyCustomerInformationResponse;
import dev.roamlab.ocpp.messages.monitoring.NotifyEventRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyEventResponse;
import dev.roamlab.ocpp.messages.monitoring.NotifyMonitoringReportRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyMonitoringReportResponse;
import dev.roamlab.ocpp.messages.security.Get15118EVCertificateRequest;
import dev.roamlab.ocpp.messages.security.Get15118EVCertificateResponse;
import dev.roamlab.ocpp.messages.security.GetCertificateStatusRequest;
import dev.roamlab.ocpp.messages.security.GetCertificateStatusResponse;
import dev.roamlab.ocpp.messages.security.GetCertificateStatusResult;
import dev.roamlab.ocpp.messages.security.Iso15118EVCertificateStatus;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationResponse;
import dev.roamlab.ocpp.messages.variables.NotifyReportRequest;
import dev.roamlab.ocpp.messages.variables.NotifyReportResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What stations report without anybody having to do something for the answer: it is taken note of, and passed on to those who
 * listen. Used on the node's event loop only.
 */
final class Notices {
    private static final Map<Class<?>, Response> TAKEN_NOTE = Map.ofEntries(
            Map.entry(ClearedChargingLimitRequest.class, new ClearedChargingLimitResponse()),
            Map.entry(FirmwareStatusNotificationRequest.class, new FirmwareStatusNotificationResponse()),
            // Contract certificates come from a provider that this lab does not have.
            Map.entry(
                    Get15118EVCertificateRequest.class,
                    new Get15118EVCertificateResponse(Iso15118EVCertificateStatus.FAILED, Optional.empty(), "")),
            Map.entry(
                    GetCertificateStatusRequest.class,
                    new GetCertificateStatusResponse(
                            GetCertificateStatusResult.FAILED, Optional.empty(), Optional.empty())),
            Map.entry(LogStatusNotificationRequest.class, new LogStatusNotificationResponse()),
            Map.entry(NotifyChargingLimitRequest.class, new NotifyChargingLimitResponse()),
            Map.entry(NotifyCustomerInformationRequest.class, new NotifyCustomerInformationResponse()),
            Map.entry(NotifyDisplayMessagesRequest.class, new NotifyDisplayMessagesResponse()),
            // No schedule follows, and the car goes on without one.
            Map.entry(
                    NotifyEVChargingNeedsRequest.class,
                    new NotifyEVChargingNeedsResponse(NotifyEVChargingNeedsStatus.REJECTED, Optional.empty())),
            Map.entry(
                    NotifyEVChargingScheduleRequest.class,
                    new NotifyEVChargingScheduleResponse(GenericStatus.ACCEPTED, Optional.empty())),
            Map.entry(NotifyEventRequest.class, new NotifyEventResponse()),
            Map.entry(NotifyMonitoringReportRequest.class, new NotifyMonitoringReportResponse()),
            Map.entry(NotifyReportRequest.class, new NotifyReportResponse()),
            Map.entry(PublishFirmwareStatusNotificationRequest.class, new PublishFirmwareStatusNotificationResponse()),
            Map.entry(ReportChargingProfilesRequest.class, new ReportChargingProfilesResponse()),
            Map.entry(ReservationStatusUpdateRequest.class, new ReservationStatusUpdateResponse()),
            Map.entry(SecurityEventNotificationRequest.class, new SecurityEventNotificationResponse()));

    private final List<BiConsumer<String, StationCall<?>>> listeners = new ArrayList<>();

    void listen(BiConsumer<String, StationCall<?>> listener) {
        listeners.add(listener);
    }

    /** The answer to a report; empty where the call is none. */
    Optional<Response> answer(String stationId, StationCall<?> call) {
        Optional<Response> answer = Optional.ofNullable(TAKEN_NOTE.get(call.getClass()));
        if (answer.isPresent()) {
            listeners.forEach(listener -> listener.accept(stationId, call));
        }
        return answer;
    }
}
