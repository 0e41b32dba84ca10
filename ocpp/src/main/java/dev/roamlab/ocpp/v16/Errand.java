package dev.roamlab.ocpp.v16;

import java.util.Optional;

/**
 * What the CSMS asked for last: an update of firmware, or the upload of a log. 1.6 has two sets of messages for either, and
 * a station reports in the words in which it was asked.
 *
 * @param extended whether in those of the security whitepaper
 * @param requestId what a report in the older words, which has no such number, is about
 */
record Errand(boolean extended, Optional<Integer> requestId) {
    static final Errand NONE = new Errand(false, Optional.empty());
}
