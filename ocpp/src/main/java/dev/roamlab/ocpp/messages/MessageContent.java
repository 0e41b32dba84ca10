package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** A text and its format. */
public record MessageContent(
        MessageFormat format,
        @Max(8) Optional<String> language,
        @Max(512) String content) {}
