package dev.roamlab.ocpp.messages;

/** What a station asks its CSMS. */
public sealed interface StationCall<R extends Response> extends Request<R>
        permits AuthorizeRequest,
                BootNotificationRequest,
                DataTransferRequest,
                HeartbeatRequest,
                MeterValuesRequest,
                StatusNotificationRequest,
                TransactionEventRequest {}
