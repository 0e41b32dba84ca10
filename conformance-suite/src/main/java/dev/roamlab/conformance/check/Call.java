package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.wire.Body;
import dev.roamlab.conformance.wire.Caller;
import dev.roamlab.conformance.wire.Outgoing;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireHeaders;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import dev.roamlab.conformance.wire.WireTrouble;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A call of the system under test, correct in all that a check does not change. */
public final class Call {
    private final Caller caller;
    private final String method;
    private URI uri;
    private final List<Field> headers;
    private Body body = Body.EMPTY;
    private Duration timeout;
    private int patience = 3;

    /**
     * A call.
     *
     * @param headers all that it carries
     */
    public Call(Caller caller, String method, URI uri, List<Field> headers, Duration timeout) {
        this.caller = caller;
        this.method = method;
        this.uri = uri;
        this.headers = new ArrayList<>(headers);
        this.timeout = timeout;
    }

    /** Adds a query parameter, encoded. */
    public Call query(String name, String value) {
        String pair = URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        uri = URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + pair);
        return this;
    }

    /** Appends path segments, each encoded. */
    public Call path(String... segments) {
        String text = uri.toString();
        int query = text.indexOf('?');
        StringBuilder path = new StringBuilder(query < 0 ? text : text.substring(0, query));
        for (String segment : segments) {
            if (path.charAt(path.length() - 1) != '/') {
                path.append('/');
            }
            path.append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        uri = URI.create(path + (query < 0 ? "" : text.substring(query)));
        return this;
    }

    /** Sets a header, in place of one with this name. */
    public Call header(String name, String value) {
        without(name);
        headers.add(new Field(name, value));
        return this;
    }

    /** Leaves a header out. */
    public Call without(String name) {
        headers.removeIf(field -> field.name().equalsIgnoreCase(name));
        return this;
    }

    /** Spells every header name differently. */
    public Call spelled(java.util.function.UnaryOperator<String> spelling) {
        headers.replaceAll(field -> new Field(spelling.apply(field.name()), field.value()));
        return this;
    }

    /** Leaves the four routing headers out. */
    public Call withoutRouting() {
        headers.removeIf(
                field -> field.name().toLowerCase(java.util.Locale.ROOT).startsWith("ocpi-"));
        return this;
    }

    /** Authorizes with another credentials token, encoded as it must be. */
    public Call token(String credentialsToken) {
        return header(
                "Authorization",
                "Token " + Base64.getEncoder().encodeToString(credentialsToken.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a JSON document. */
    public Call body(JsonNode document) {
        body = Body.of(document);
        return header("Content-Type", "application/json");
    }

    /** Sends any text, declared as JSON. */
    public Call text(String text) {
        body = Body.of(text);
        return header("Content-Type", "application/json");
    }

    /** Waits differently long for the answer. */
    public Call within(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Takes 429, 502, 503 and 504 as answers like any other, instead of trying again. */
    public Call once() {
        patience = 0;
        return this;
    }

    /**
     * Sends it and waits for the answer, whatever it is.
     *
     * @throws WireTrouble when none comes
     */
    public WireExchange send() {
        return caller.send(outgoing());
    }

    /** Sends it once; the exchange says when no answer came. */
    public WireExchange attempt() {
        return caller.attempt(outgoing());
    }

    private Outgoing outgoing() {
        return new Outgoing(method, uri, new WireHeaders(headers), body, timeout, patience);
    }
}
