package dev.roamlab.station;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.display.NotifyDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.NotifyDisplayMessagesResponse;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationResponse;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationResponse;
import dev.roamlab.ocpp.messages.monitoring.NotifyCustomerInformationRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyCustomerInformationResponse;
import dev.roamlab.ocpp.messages.monitoring.NotifyEventRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyEventResponse;
import dev.roamlab.ocpp.messages.monitoring.NotifyMonitoringReportRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyMonitoringReportResponse;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationResponse;
import dev.roamlab.ocpp.messages.security.SignCertificateRequest;
import dev.roamlab.ocpp.messages.security.SignCertificateResponse;
import dev.roamlab.ocpp.messages.variables.NotifyReportRequest;
import dev.roamlab.ocpp.messages.variables.NotifyReportResponse;
import java.util.Optional;

/** What a CSMS that takes note of everything answers to a device's news. */
public final class DeviceAnswers {
    private DeviceAnswers() {}

    /** The answer to a report. */
    public static Response to(StationCall<?> request) {
        if (request instanceof NotifyReportRequest) {
            return new NotifyReportResponse();
        } else if (request instanceof NotifyDisplayMessagesRequest) {
            return new NotifyDisplayMessagesResponse();
        } else if (request instanceof FirmwareStatusNotificationRequest) {
            return new FirmwareStatusNotificationResponse();
        } else if (request instanceof LogStatusNotificationRequest) {
            return new LogStatusNotificationResponse();
        } else if (request instanceof NotifyCustomerInformationRequest) {
            return new NotifyCustomerInformationResponse();
        } else if (request instanceof NotifyEventRequest) {
            return new NotifyEventResponse();
        } else if (request instanceof NotifyMonitoringReportRequest) {
            return new NotifyMonitoringReportResponse();
        }
        if (request instanceof SecurityEventNotificationRequest) {
            return new SecurityEventNotificationResponse();
        } else if (request instanceof SignCertificateRequest) {
            return new SignCertificateResponse(GenericStatus.ACCEPTED, Optional.empty());
        }
        throw new AssertionError("no answer to " + request);
    }
}
