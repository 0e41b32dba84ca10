package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record NotifyCustomerInformationResponse() implements Response {}
