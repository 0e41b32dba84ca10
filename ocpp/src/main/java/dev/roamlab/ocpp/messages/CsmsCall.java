package dev.roamlab.ocpp.messages;

/** What a CSMS asks a station. */
public sealed interface CsmsCall<R extends Response> extends Request<R>
        permits CancelReservationRequest,
                ChangeAvailabilityRequest,
                ClearCacheRequest,
                DataTransferRequest,
                GetVariablesRequest,
                RequestStartTransactionRequest,
                RequestStopTransactionRequest,
                ReserveNowRequest,
                ResetRequest,
                SetVariablesRequest,
                TriggerMessageRequest,
                UnlockConnectorRequest {}
