package dev.roamlab.cpo.gateway;

import dev.roamlab.cpo.gateway.Letters.Answered;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.rpc.NotConnected;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.OcppTimeout;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers of stations and of the core on their way over the bus; a failure arrives as what it was. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String TIMEOUT = "timeout";
    private static final String GONE = "gone";

    private Answers() {}

    static Answered of(AsyncResult<? extends Response> answer) {
        if (answer.succeeded()) {
            return new Answered(Optional.of(MessageJson.write((Record) answer.result())), Optional.empty(), "");
        } else if (answer.cause() instanceof OcppCallException refused) {
            return refusal(refused.code().name(), refused.description());
        } else if (answer.cause() instanceof OcppTimeout late) {
            return refusal(TIMEOUT, String.valueOf(late.getMessage()));
        } else if (answer.cause() instanceof NotConnected gone) {
            return refusal(GONE, String.valueOf(gone.getMessage()));
        }
        LOG.error("a call could not be answered", answer.cause());
        return refusal(RpcErrorCode.INTERNAL_ERROR.name(), "the call could not be answered");
    }

    static Answered gone(String stationId) {
        return refusal(GONE, "station " + stationId + " is no longer connected here");
    }

    private static Answered refusal(String code, String why) {
        return new Answered(Optional.empty(), Optional.of(code), why);
    }

    static <R extends Response> Future<R> read(String action, Answered answered, Class<R> kind, Duration timeout) {
        if (answered.answer().isPresent()) {
            return Future.succeededFuture(MessageJson.read(answered.answer().get(), kind));
        }
        String refusal = answered.refusal().orElseThrow();
        return Future.failedFuture(
                switch (refusal) {
                    case TIMEOUT -> new OcppTimeout(action, timeout);
                    case GONE -> new NotConnected(action + ": " + answered.why());
                    default -> new OcppCallException(RpcErrorCode.valueOf(refusal), answered.why());
                });
    }
}
