package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import java.util.Optional;

/** A connector's status with what is wrong with it, if anything, as told to the CSMS. */
public record Status(ConnectorStatus status, Optional<ErrorCode> errorCode) {}
