package dev.roamlab.ocpp.messages.lists;

import dev.roamlab.ocpp.messages.Response;

/** Which version it has; 0 where there is no list. */
public record GetLocalListVersionResponse(int versionNumber) implements Response {}
