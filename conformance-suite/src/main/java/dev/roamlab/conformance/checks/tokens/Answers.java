package dev.roamlab.conformance.checks.tokens;

import dev.roamlab.conformance.wire.WireExchange;

/** How an answer counts in this chapter. */
final class Answers {
    private static final int NOT_IMPLEMENTED = 501;

    private Answers() {}

    /** Refused by OCPI or by HTTP, 501 included; a server's fault (3xxx, other 5xx) is none. */
    static boolean refused(WireExchange answer) {
        return answer.refused() || answer.status() == NOT_IMPLEMENTED;
    }

    /** Whether the method is not there at all: HTTP 404, 405 or 501. */
    static boolean missing(WireExchange answer) {
        return answer.status() == 404 || answer.status() == 405 || answer.status() == NOT_IMPLEMENTED;
    }

    /** Whether this OCPI status came under a HTTP status 2xx. */
    static boolean isOk(WireExchange answer, int ocpiStatus) {
        return answer.status() / 100 == 2
                && answer.ocpiStatus().filter(code -> code == ocpiStatus).isPresent();
    }

    /** Whether it shows an object. */
    static boolean shows(WireExchange answer) {
        return answer.accepted() && answer.data().isObject();
    }
}
