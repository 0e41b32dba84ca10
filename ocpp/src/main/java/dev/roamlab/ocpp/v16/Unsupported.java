package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** How 2.0.1 says what 1.6 has the status NotSupported for: by a reason. */
final class Unsupported {
    private static final String REASON = "UnsupportedRequest";

    private Unsupported() {}

    static Optional<StatusInfo> info() {
        return Optional.of(new StatusInfo(REASON, Optional.empty()));
    }

    static boolean is(Optional<StatusInfo> info) {
        return info.filter(given -> given.reasonCode().equals(REASON)).isPresent();
    }
}
