package dev.roamlab.node.faults;

import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plain requests and answers, and a node that notes what it is asked. */
final class Wire implements Function<WireRequest, Future<WireAnswer>> {
    static final String BASE = "http://127.0.0.1:1/ocpi/cpo/2.3.0/";

    final List<WireRequest> seen = new ArrayList<>();
    private final Function<WireRequest, WireAnswer> node;

    private Wire(Function<WireRequest, WireAnswer> node) {
        this.node = node;
    }

    static Wire answering(String data) {
        return new Wire(request -> ok(data));
    }

    static Wire answering(WireAnswer answer) {
        return new Wire(request -> answer);
    }

    static Wire with(Function<WireRequest, WireAnswer> node) {
        return new Wire(node);
    }

    @Override
    public Future<WireAnswer> apply(WireRequest request) {
        seen.add(request);
        return Future.succeededFuture(node.apply(request));
    }

    WireAnswer through(Advice advice, WireRequest request) {
        return advice.around(request, this).result();
    }

    static WireRequest get(String path, String query) {
        return request(HttpMethod.GET, path, query, "");
    }

    static WireRequest put(String path, String body) {
        return request(HttpMethod.PUT, path, "", body);
    }

    static WireRequest patch(String path, String body) {
        return request(HttpMethod.PATCH, path, "", body);
    }

    static WireRequest post(String path, String body) {
        return request(HttpMethod.POST, path, "", body);
    }

    static WireRequest request(HttpMethod method, String path, String query, String body) {
        List<String> segments = List.of(path.split("/"));
        return new WireRequest(
                "2.3.0",
                segments.get(0),
                segments.subList(1, segments.size()),
                method,
                BASE + path + query,
                MultiMap.caseInsensitiveMultiMap()
                        .set("Authorization", "Token YWJj")
                        .set("X-Request-ID", "r-1")
                        .set("OCPI-from-country-code", "NL")
                        .set("OCPI-to-country-code", "BE"),
                Buffer.buffer(body));
    }

    static WireAnswer ok(String data) {
        return answer(200, 1000, data);
    }

    static WireAnswer answer(int http, int code, String data) {
        return new WireAnswer(
                http,
                MultiMap.caseInsensitiveMultiMap()
                        .set("Content-Type", "application/json")
                        .set("X-Request-ID", "r-1"),
                Buffer.buffer((data.isEmpty() ? "{" : "{\"data\":" + data + ",") + "\"status_code\":" + code
                        + ",\"timestamp\":\"2026-11-21T10:00:00Z\"}"));
    }
}
