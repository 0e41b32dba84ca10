package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One action of 1.6: its payloads, and how they become neutral messages and come from them.
 *
 * @param <N> the neutral request
 * @param <A> the neutral response
 * @param <Q> the payload of the request
 * @param <C> the payload of the answer
 * @param request the neutral requests that this action carries; several actions can carry one kind
 */
record Action<N extends Request<?>, A extends Response, Q extends Record, C extends Record>(
        String name,
        From from,
        Class<N> request,
        Class<A> response,
        Class<Q> req,
        Class<C> conf,
        BiFunction<N, Side, Q> toReq,
        BiFunction<Q, Side, ? extends Request<?>> fromReq,
        ToConf<N, A, C> toConf,
        FromConf<N, A, C> fromConf) {

    /** Who may ask. */
    enum From {
        STATION,
        CSMS,
        BOTH
    }

    /** Writes an answer, knowing the question. */
    interface ToConf<N, A, C> {
        C write(N request, A response, Side side);
    }

    /** Reads an answer, knowing the question. */
    interface FromConf<N, A, C> {
        A read(C conf, N request, Side side);
    }

    /** An action whose answer stands for itself. */
    static <N extends Request<A>, A extends Response, Q extends Record, C extends Record> Action<N, A, Q, C> of(
            String name,
            From from,
            Class<N> request,
            Class<A> response,
            Class<Q> req,
            Class<C> conf,
            BiFunction<N, Side, Q> toReq,
            BiFunction<Q, Side, N> fromReq,
            Function<A, C> toConf,
            Function<C, A> fromConf) {
        return new Action<>(
                name,
                from,
                request,
                response,
                req,
                conf,
                toReq,
                fromReq,
                (asked, answer, side) -> toConf.apply(answer),
                (answer, asked, side) -> fromConf.apply(answer));
    }
}
