package dev.roamlab.ocpp.messages.logs;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record LogStatusNotificationResponse() implements Response {}
