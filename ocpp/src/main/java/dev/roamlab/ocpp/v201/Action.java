package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;

/**
 * One action: its neutral request and response, which a binding turns into payloads. Name and direction follow from the
 * request.
 */
record Action<N extends Record & Request<A>, A extends Record & Response>(
        String name, Class<N> request, Class<A> response) {
    private static final String SUFFIX = "Request";

    static <N extends Record & Request<A>, A extends Record & Response> Action<N, A> of(
            Class<N> request, Class<A> response) {
        String name = request.getSimpleName();
        return new Action<>(name.substring(0, name.length() - SUFFIX.length()), request, response);
    }

    boolean fromStation() {
        return StationCall.class.isAssignableFrom(request);
    }

    boolean fromCsms() {
        return CsmsCall.class.isAssignableFrom(request);
    }
}
