package dev.roamlab.ocpi.http;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way through the server: the only place that writes answers, logs them and records them. */
final class ServerExchange {
    private static final String KEY = "exchange";

    private static final Logger LOG = LoggerFactory.getLogger(OcpiServer.class);

    private final Carrier carrier;
    private final String label;
    private final LabClock clock;
    private final ExchangeLog log;
    private final ExchangeLog.Moment arrived;
    private final List<String> notes = new ArrayList<>();
    private Optional<Caller> caller = Optional.empty();
    private String version = "";
    private String operation;
    private Routing routing = Routing.NONE;

    ServerExchange(Carrier carrier, String label, LabClock clock, ExchangeLog log) {
        this.carrier = carrier;
        this.label = label;
        this.clock = clock;
        this.log = log;
        this.arrived = log.now();
        this.operation = carrier.method().name();
    }

    static ServerExchange open(RoutingContext context, String label, LabClock clock, ExchangeLog log) {
        ServerExchange exchange = new ServerExchange(new Carrier.Connection(context), label, clock, log);
        context.put(KEY, exchange);
        return exchange;
    }

    static ServerExchange of(RoutingContext context) {
        return context.get(KEY);
    }

    Carrier carrier() {
        return carrier;
    }

    /** Takes over what another has found out about the caller: the node saw the request, we see the wire. */
    void learnFrom(ServerExchange inner) {
        caller = inner.caller;
        version = inner.version;
        operation = inner.operation;
        notes.addAll(inner.notes);
    }

    void admitted(Authorization.Admission admission) {
        caller = Optional.of(admission.caller());
        notes.addAll(admission.notes());
    }

    void note(String oddity) {
        notes.add(oddity);
    }

    Caller caller() {
        return caller.orElseThrow();
    }

    private String callerLabel() {
        return caller.map(Caller::label).orElse("?");
    }

    void version(OcpiVersion called, String module) {
        version = called.value();
        operation(carrier.method() + " " + module);
    }

    void operation(String name) {
        operation = name;
    }

    void routing(Routing ofAnswer) {
        routing = ofAnswer;
    }

    String correlationId() {
        return Optional.ofNullable(carrier.headers().get(Headers.CORRELATION_ID))
                .orElse("");
    }

    /** Answers; what fails on the way, before anything was sent, is thrown. */
    <R extends Record> boolean answer(Answer<R> answer, Dialect dialect) {
        respond(answer.httpStatus(), answer.status(), answer.headers(), Envelope.of(answer, dialect, clock.instant()));
        return true;
    }

    /** Ends with a failure of the endpoint's future. */
    void settle(Throwable failure, Dialect dialect) {
        if (failure instanceof OcpiException refusal) {
            refuse(refusal.inWordsOf(dialect));
        } else {
            fail(failure);
        }
    }

    void refuse(OcpiException refusal) {
        Map<String, String> headers = refusal.allowedMethods().isEmpty()
                ? Map.of()
                : Map.of("Allow", String.join(", ", refusal.allowedMethods()));
        respond(refusal.httpStatus(), refusal.status(), headers, Envelope.of(refusal, clock.instant()));
    }

    /** A fault of ours: the trace goes to the log, never to the wire. */
    void fail(Throwable fault) {
        LOG.error("{} {} failed, corr={}", operation, carrier.path(), correlationId(), fault);
        refuse(OcpiException.of(StatusCode.SERVER_ERROR, "an internal problem; the operator has been told"));
    }

    private void respond(int httpStatus, StatusCode status, Map<String, String> headers, Buffer body) {
        if (carrier.isOver()) {
            return;
        }
        MultiMap written = carrier.answerHeaders();
        written.set("Content-Type", "application/json");
        copy(written, Headers.REQUEST_ID);
        copy(written, Headers.CORRELATION_ID);
        routing.write(written);
        headers.forEach(written::set);
        if (httpStatus == 401) {
            written.set("WWW-Authenticate", "Token");
        }
        if (carrier instanceof Carrier.Connection) {
            record(httpStatus, written, body);
        }
        carrier.answer(httpStatus, body);
        LOG.info(
                "ocpi ← {} {} {} {}/{} {} ms corr={}{}",
                callerLabel(),
                carrier.method(),
                carrier.path(),
                httpStatus,
                status.code(),
                (System.nanoTime() - arrived.nanos()) / 1_000_000,
                correlationId(),
                notes.isEmpty() ? "" : " note=" + notes);
    }

    private void copy(MultiMap written, String header) {
        String value = carrier.headers().get(header);
        if (value != null) {
            written.set(header, value);
        }
    }

    /** Records the exchange; behind a tap, whoever stands at the wire does. */
    void record(int httpStatus, MultiMap headers, Buffer body) {
        if (!log.isHeard()) {
            return;
        }
        String requestId =
                Optional.ofNullable(carrier.headers().get(Headers.REQUEST_ID)).orElse("");
        Buffer sent = carrier.body();
        log.observe(
                        new ExchangeLog.Start(
                                Exchange.Protocol.OCPI,
                                version,
                                operation,
                                callerLabel(),
                                label,
                                requestId,
                                correlationId(),
                                new Message(
                                        carrier.method() + " " + carrier.url(),
                                        map(carrier.headers()),
                                        sent == null ? "" : sent.toString())),
                        arrived)
                .ifPresent(open -> {
                    notes.forEach(open::note);
                    open.answered(new Message(String.valueOf(httpStatus), map(headers), body.toString()));
                });
    }

    static Map<String, String> map(MultiMap headers) {
        Map<String, String> map = new LinkedHashMap<>();
        headers.forEach(header -> map.merge(header.getKey(), header.getValue(), (one, two) -> one + ", " + two));
        return map;
    }
}
