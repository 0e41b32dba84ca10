package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.Response;

/** The CSMS has taken note. */
public record ReportChargingProfilesResponse() implements Response {}
