package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.Body;
import dev.roamlab.conformance.wire.Recorder;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireExchange.Direction;
import dev.roamlab.conformance.wire.WireHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request in, records it, and sends the answer: that of a script, or that of the interface. */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    /** Modules whose messages are not routed. */
    private static final Set<String> UNROUTED = Set.of("", "versions", "version_details", "credentials");
    /** What can be reached with a TOKEN_A. */
    private static final Set<String> OPEN_TO_INVITED = Set.of("versions", "version_details", "credentials");

    private final Vertx vertx;
    private final Recorder recorder;
    private final Function<URI, Optional<Platform>> platforms;
    private final Behaviours behaviours;
    private final Function<String, URI> complete;

    Reception(
            Vertx vertx,
            Recorder recorder,
            Function<URI, Optional<Platform>> platforms,
            Behaviours behaviours,
            Function<String, URI> complete) {
        this.vertx = vertx;
        this.recorder = recorder;
        this.platforms = platforms;
        this.behaviours = behaviours;
        this.complete = complete;
    }

    void receive(HttpServerRequest request) {
        URI uri = complete.apply(request.uri());
        WireHeaders headers = WireHeaders.of(request.headers());
        request.body()
                .onSuccess(bytes -> taken(request, uri, headers, Body.of(bytes.getBytes())))
                .onFailure(broken -> recorder.begin(
                                Direction.FROM_SUT, request.method().name(), uri, target(uri), headers, Body.EMPTY)
                        .failed("the request's body did not arrive: " + broken.getMessage()));
    }

    private Optional<Target> target(URI uri) {
        return platforms.apply(uri).flatMap(platform -> platform.target(uri));
    }

    private void taken(HttpServerRequest request, URI uri, WireHeaders headers, Body body) {
        String method = request.method().name();
        Recorder.Open open = recorder.begin(Direction.FROM_SUT, method, uri, target(uri), headers, body);
        Optional<Platform> platform = platforms.apply(uri);
        if (platform.isEmpty()) {
            finish(request, open, Reply.status(404), Optional.empty());
            return;
        }
        var incoming = new Incoming(platform.get(), method, uri, target(uri), Incoming.query(uri), headers, body);
        Optional<Script> script;
        try {
            script = platform.get().scriptFor(incoming);
        } catch (RuntimeException badCondition) {
            finish(request, open, refusal(incoming, badCondition), Optional.empty());
            return;
        }
        reply(incoming, script).otherwise(failure -> refusal(incoming, failure)).onSuccess(reply -> {
            Reply polite = polite(incoming, reply);
            Duration wait = polite.delay().plus(script.map(Script::delay).orElse(Duration.ZERO));
            later(wait, () -> finish(request, open, polite, script));
        });
    }

    private Future<Reply> reply(Incoming incoming, Optional<Script> script) {
        try {
            Optional<Reply> scripted = script.flatMap(is -> is.reply(incoming));
            return scripted.isPresent() ? Future.succeededFuture(scripted.get()) : usual(incoming);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private Future<Reply> usual(Incoming incoming) {
        Optional<String> token =
                incoming.platform().tokens().admitted(incoming.headers().first("Authorization"));
        boolean invited =
                token.filter(incoming.platform().tokens()::isInvitation).isPresent();
        if (token.isEmpty() || invited && !OPEN_TO_INVITED.contains(incoming.module())) {
            return Future.succeededFuture(Reply.status(401));
        }
        if (incoming.target().isEmpty()) {
            return Future.succeededFuture(Reply.status(404));
        }
        if (incoming.body().defect().isPresent()) {
            return Future.succeededFuture(Reply.ocpi(
                    400, 2001, "not JSON: " + incoming.body().defect().get()));
        }
        return behaviours.of(incoming).answer(incoming);
    }

    private static Reply refusal(Incoming incoming, Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.reply();
        }
        LOG.error(
                "the tester failed on {} {}", incoming.method(), incoming.uri().getPath(), failure);
        return Reply.ocpi(200, 3000, "the tester failed: " + failure.getMessage());
    }

    /** Message ids come back as they were, routing headers swapped. Spec: transport_and_format_response_format, _message_routing. */
    private static Reply polite(Incoming incoming, Reply reply) {
        if (reply.manner() != Reply.Manner.POLITE) {
            return reply;
        }
        Reply polite = reply;
        for (String id : Set.of("X-Request-ID", "X-Correlation-ID")) {
            Optional<String> value = incoming.headers().first(id);
            if (value.isPresent() && !reply.headers().has(id)) {
                polite = polite.with(id, value.get());
            }
        }
        return UNROUTED.contains(incoming.module()) ? polite : routed(incoming, polite);
    }

    private static Reply routed(Incoming incoming, Reply reply) {
        Party us = incoming.platform().party();
        Map<String, Optional<String>> swapped = Map.of(
                "OCPI-to-party-id", incoming.headers().first("OCPI-from-party-id"),
                "OCPI-to-country-code", incoming.headers().first("OCPI-from-country-code"),
                "OCPI-from-party-id",
                        incoming.headers().first("OCPI-to-party-id").or(() -> Optional.of(us.partyId())),
                "OCPI-from-country-code",
                        incoming.headers().first("OCPI-to-country-code").or(() -> Optional.of(us.countryCode())));
        Reply routed = reply;
        for (var header : swapped.entrySet()) {
            if (header.getValue().isPresent() && !reply.headers().has(header.getKey())) {
                routed = routed.with(header.getKey(), header.getValue().get());
            }
        }
        return routed;
    }

    private void later(Duration wait, Runnable then) {
        if (wait.isZero()) {
            then.run();
        } else {
            vertx.setTimer(Math.max(1, wait.toMillis()), timer -> then.run());
        }
    }

    private void finish(HttpServerRequest request, Recorder.Open open, Reply reply, Optional<Script> script) {
        WireExchange exchange;
        if (reply.manner() == Reply.Manner.DROPPED) {
            exchange = open.failed("the tester closed the connection on purpose");
            request.connection().close();
        } else {
            // Recorded first: whoever has the answer finds its exchange among the evidence.
            exchange = open.answered(reply.status(), reply.headers(), reply.body());
            write(request.response(), reply);
        }
        script.ifPresent(is -> is.hit(exchange));
    }

    private static void write(HttpServerResponse response, Reply reply) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().fields().forEach(field -> response.headers().add(field.name(), field.value()));
        response.end(Buffer.buffer(reply.body().bytes()));
    }
}
