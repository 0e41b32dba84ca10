package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Why a request is answered as it is: a code of the specification's list, and a sentence. Spec: OCPP 2.0.1 part 2 appendix 5. */
final class Why {
    private static final int MAX_SENTENCE = 512;

    private Why() {}

    static Optional<StatusInfo> of(String code, String sentence) {
        return Optional.of(new StatusInfo(
                code, Optional.of(sentence.substring(0, Math.min(sentence.length(), MAX_SENTENCE)))));
    }
}
