package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * One configuration variable of a station.
 *
 * @param name as the version on the wire spells it: {@code HeartbeatInterval}
 * @param value absent when it is set but may not be read
 */
public record ConfigurationValue(String name, boolean readOnly, Optional<String> value) {}
