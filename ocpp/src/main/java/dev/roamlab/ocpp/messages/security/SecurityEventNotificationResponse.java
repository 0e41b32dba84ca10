package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record SecurityEventNotificationResponse() implements Response {}
