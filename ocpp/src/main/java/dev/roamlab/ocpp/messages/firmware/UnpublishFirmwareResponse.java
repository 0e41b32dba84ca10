package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.Response;

/** What became of it. */
public record UnpublishFirmwareResponse(UnpublishFirmwareStatus status) implements Response {}
