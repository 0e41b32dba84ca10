package dev.roamlab.ocpp.messages.tariff;

import dev.roamlab.ocpp.messages.Response;

/** The station has taken note. */
public record CostUpdatedResponse() implements Response {}
