package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record NotifyReportResponse() implements Response {}
