package dev.roamlab.conformance.wire;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.WireExchange.Direction;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import dev.roamlab.lab.ExchangeLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down every exchange twice, under one id: raw as evidence for the checks, and redacted in the lab's log for reports.
 * Thread-safe.
 */
public final class Recorder {
    private final Evidence evidence;
    private final ExchangeLog log;
    private final String tester;
    private final String sut;

    /**
     * @param tester what reports call our side, such as {@code tester (emsp)}
     * @param sut what reports call the system under test
     */
    public Recorder(Evidence evidence, ExchangeLog log, String tester, String sut) {
        this.evidence = evidence;
        this.log = log;
        this.tester = tester;
        this.sut = sut;
    }

    /** A request has left or has arrived. */
    public Open begin(
            Direction direction, String method, URI uri, Optional<Target> target, WireHeaders headers, Body body) {
        boolean toSut = direction == Direction.TO_SUT;
        ExchangeLog.Open entry = log.begin(new ExchangeLog.Start(
                Protocol.OCPI,
                target.flatMap(Target::version).map(SpecVersion::spelling).orElse(""),
                method + " " + target.map(Recorder::words).orElse(uri.getPath()),
                toSut ? tester : sut,
                toSut ? sut : tester,
                UUID.randomUUID().toString(),
                headers.first("X-Correlation-ID").orElse(""),
                new Message(method + " " + uri, headers.joined(), body.text())));
        return new Open(entry, direction, method, uri, target, headers, body);
    }

    private static String words(Target target) {
        return target.module()
                + target.side()
                        .map(side -> " (" + side.name().toLowerCase(java.util.Locale.ROOT) + ")")
                        .orElse("");
    }

    /** An exchange whose answer is due. */
    public final class Open {
        private final ExchangeLog.Open entry;
        private final Direction direction;
        private final String method;
        private final URI uri;
        private final Optional<Target> target;
        private final WireHeaders headers;
        private final Body body;
        private final Instant at = Instant.now();
        private final long started = System.nanoTime();

        private Open(
                ExchangeLog.Open entry,
                Direction direction,
                String method,
                URI uri,
                Optional<Target> target,
                WireHeaders headers,
                Body body) {
            this.entry = entry;
            this.direction = direction;
            this.method = method;
            this.uri = uri;
            this.target = target;
            this.headers = headers;
            this.body = body;
        }

        /** The answer has come, or has been given. */
        public WireExchange answered(int status, WireHeaders responseHeaders, Body responseBody) {
            entry.answered(new Message(String.valueOf(status), responseHeaders.joined(), responseBody.text()));
            return done(status, responseHeaders, responseBody, Optional.empty());
        }

        /** No answer will come. */
        public WireExchange failed(String reason) {
            entry.failed(reason);
            return done(0, WireHeaders.NONE, Body.EMPTY, Optional.of(reason));
        }

        private WireExchange done(
                int status, WireHeaders responseHeaders, Body responseBody, Optional<String> failure) {
            WireExchange exchange = new WireExchange(
                    entry.id(),
                    direction,
                    method,
                    uri,
                    target,
                    headers,
                    body,
                    status,
                    responseHeaders,
                    responseBody,
                    failure,
                    at,
                    Duration.ofNanos(System.nanoTime() - started));
            evidence.add(exchange);
            return exchange;
        }
    }
}
