package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** What they come to. */
public record GetCompositeScheduleResponse(
        GenericStatus status, Optional<StatusInfo> statusInfo, Optional<CompositeSchedule> schedule)
        implements Response {}
