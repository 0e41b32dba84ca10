package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.UnlockStatus;
import dev.roamlab.ocpp.payload.Binding;
import java.util.EnumMap;
import java.util.Map;

/** Everything that OCPP 2.0.1 writes otherwise than the neutral messages say it. If it is not here, they agree. */
final class FormsV201 {
    static final Binding BINDING = Binding.PLAIN
            .but()
            .reshape(ChargingStationInfo.class, StationForm.class, StationForm::of, StationForm::neutral)
            .reshape(
                    ChangeAvailabilityRequest.class,
                    AvailabilityForm.class,
                    AvailabilityForm::of,
                    AvailabilityForm::neutral)
            .reshape(DataTransferRequest.class, DataForm.Request.class, DataForm.Request::of, DataForm.Request::neutral)
            .reshape(
                    DataTransferResponse.class,
                    DataForm.Response.class,
                    DataForm.Response::of,
                    DataForm.Response::neutral)
            .reshape(MeterValuesRequest.class, MeterForm.class, MeterForm::of, MeterForm::neutral)
            .reshape(RequestStartTransactionRequest.class, StartForm.class, StartForm::of, StartForm::neutral)
            .reshape(ReserveNowRequest.class, ReservationForm.class, ReservationForm::of, ReservationForm::neutral)
            .reshape(StatusNotificationRequest.class, StatusForm.class, StatusForm::of, StatusForm::neutral)
            .reshape(TransactionEventRequest.class, EventForm.class, EventForm::of, EventForm::neutral)
            .reshape(TriggerMessageRequest.class, TriggerForm.class, TriggerForm::of, TriggerForm::neutral)
            .without(ConnectorStatus.class, occupied())
            .without(
                    StoppedReason.class,
                    Map.of(
                            StoppedReason.SOFT_RESET, StoppedReason.IMMEDIATE_RESET,
                            StoppedReason.UNLOCK_COMMAND, StoppedReason.REMOTE))
            .without(UnlockStatus.class, Map.of(UnlockStatus.NOT_SUPPORTED, UnlockStatus.UNLOCK_FAILED))
            .build();

    private FormsV201() {}

    private static Map<ConnectorStatus, ConnectorStatus> occupied() {
        Map<ConnectorStatus, ConnectorStatus> said = new EnumMap<>(ConnectorStatus.class);
        for (ConnectorStatus status : ConnectorStatus.values()) {
            if (status.isOccupied() && status != ConnectorStatus.OCCUPIED) {
                said.put(status, ConnectorStatus.OCCUPIED);
            }
        }
        return said;
    }
}
