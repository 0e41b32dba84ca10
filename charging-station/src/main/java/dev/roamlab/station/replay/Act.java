package dev.roamlab.station.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One thing that a recording tells of a station.
 *
 * @param line number in the recording, from 1
 * @param at when it happened, by the machine's clock
 * @param id the message id; empty for a connection
 * @param action of a call, or of the call that is answered; for a connection the version
 * @param payload of a call or a result; an array of code and description for an error; else missing
 */
record Act(int line, Instant at, Kind kind, String id, String action, JsonNode payload) {

    /** What happens. */
    enum Kind {
        CONNECT,
        HANG_UP,
        /** The station asks. */
        ASK,
        /** The CSMS answers. */
        BE_ANSWERED,
        /** The CSMS asks. */
        BE_ASKED,
        /** The station answers. */
        ANSWER,
        /** The station sends what is no frame. */
        SAY
    }
}
