package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record PublishFirmwareStatusNotificationResponse() implements Response {}
