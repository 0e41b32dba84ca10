package dev.roamlab.ocpp.messages;

/** An answer to a {@link Request}. */
public sealed interface Response
        permits AuthorizeResponse,
                BootNotificationResponse,
                CancelReservationResponse,
                ChangeAvailabilityResponse,
                ClearCacheResponse,
                DataTransferResponse,
                GetVariablesResponse,
                HeartbeatResponse,
                MeterValuesResponse,
                RequestStartTransactionResponse,
                RequestStopTransactionResponse,
                ReserveNowResponse,
                ResetResponse,
                SetVariablesResponse,
                StatusNotificationResponse,
                TransactionEventResponse,
                TriggerMessageResponse,
                UnlockConnectorResponse {}
