package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record NotifyDisplayMessagesResponse() implements Response {}
