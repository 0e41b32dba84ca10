package dev.roamlab.ocpp.messages.lists;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** What became of the list. */
public record SendLocalListResponse(SendLocalListStatus status, Optional<StatusInfo> statusInfo) implements Response {}
