package dev.roamlab.ocpi.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a request comes in and its answer leaves by: the HTTP connection, or a tap that stands in between. */
interface Carrier {
    HttpMethod method();

    /** As it is escaped in the URL. */
    String path();

    String url();

    MultiMap headers();

    /** Fails with a runtime exception when it is not properly escaped. */
    MultiMap query();

    @Nullable Buffer body();

    /** Whether nobody waits for an answer any more. */
    boolean isOver();

    /** Where the answer's headers go. */
    MultiMap answerHeaders();

    void answer(int status, Buffer body);

    /** The connection itself. */
    record Connection(RoutingContext context) implements Carrier {
        @Override
        public HttpMethod method() {
            return context.request().method();
        }

        @Override
        public String path() {
            return context.request().path();
        }

        @Override
        public String url() {
            return context.request().absoluteURI();
        }

        @Override
        public MultiMap headers() {
            return context.request().headers();
        }

        @Override
        public MultiMap query() {
            return context.queryParams();
        }

        @Override
        public @Nullable Buffer body() {
            return context.body() == null ? null : context.body().buffer();
        }

        @Override
        public boolean isOver() {
            HttpServerResponse response = context.response();
            return response.ended() || response.closed();
        }

        @Override
        public MultiMap answerHeaders() {
            return context.response().headers();
        }

        @Override
        public void answer(int status, Buffer body) {
            context.response().setStatusCode(status).end(body);
        }
    }

    /** What a tap hands on; it gets the answer. */
    record Tapped(WireRequest request, MultiMap answerHeaders, Promise<WireAnswer> answered) implements Carrier {
        Tapped(WireRequest request) {
            this(request, MultiMap.caseInsensitiveMultiMap(), Promise.promise());
        }

        Future<WireAnswer> future() {
            return answered.future();
        }

        @Override
        public HttpMethod method() {
            return request.method();
        }

        @Override
        public String path() {
            return request.rawPath();
        }

        @Override
        public String url() {
            return request.url();
        }

        @Override
        public MultiMap headers() {
            return request.headers();
        }

        @Override
        public MultiMap query() {
            MultiMap query = MultiMap.caseInsensitiveMultiMap();
            for (String parameter : request.rawQuery().split("&")) {
                int equals = parameter.indexOf('=');
                if (!parameter.isEmpty()) {
                    String name = equals < 0 ? parameter : parameter.substring(0, equals);
                    query.add(decoded(name), equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
                }
            }
            return query;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public Buffer body() {
            return request.body();
        }

        @Override
        public boolean isOver() {
            return future().isComplete();
        }

        @Override
        public void answer(int status, Buffer body) {
            answered.tryComplete(new WireAnswer(status, answerHeaders, body));
        }
    }
}
