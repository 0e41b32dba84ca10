package dev.roamlab.ocpi.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.List;

/**
 * An HTTP request of OCPI as it crosses the wire. A {@link WireTap} never changes one: it hands on another.
 *
 * @param version of OCPI, such as {@code 2.3.0}; empty where none is spoken yet
 * @param module such as {@code tokens}; {@code versions} for the versions list and the version details
 * @param path what follows the URL of the endpoint, in decoded segments; empty for requests that we send, since only the
 *     partner knows where its endpoint ends
 * @param url absolute, with its query
 * @param body empty when there is none
 */
public record WireRequest(
        String version,
        String module,
        List<String> path,
        HttpMethod method,
        String url,
        MultiMap headers,
        Buffer body) {
    public WireRequest {
        path = List.copyOf(path);
        headers = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    }

    /** The same with another method. */
    public WireRequest withMethod(HttpMethod other) {
        return new WireRequest(version, module, path, other, url, headers, body);
    }

    /** The same to another URL. */
    public WireRequest withUrl(String other) {
        return new WireRequest(version, module, path, method, other, headers, body);
    }

    /** The same with other headers. */
    public WireRequest withHeaders(MultiMap other) {
        return new WireRequest(version, module, path, method, url, other, body);
    }

    /** The same with another body. */
    public WireRequest withBody(Buffer other) {
        return new WireRequest(version, module, path, method, url, headers, other);
    }

    /** The path of the URL, as it is escaped there. */
    String rawPath() {
        int end = url.indexOf('?');
        String whole = end < 0 ? url : url.substring(0, end);
        int host = whole.indexOf("://");
        int start = host < 0 ? 0 : whole.indexOf('/', host + 3);
        return start < 0 ? "/" : whole.substring(start);
    }

    /** The query of the URL, as it is escaped there; empty when there is none. */
    public String rawQuery() {
        int start = url.indexOf('?');
        return start < 0 ? "" : url.substring(start + 1);
    }

    /** Scheme, host and port. */
    public String base() {
        URI uri = URI.create(url.substring(
                0, url.length() - (rawQuery().isEmpty() ? 0 : rawQuery().length() + 1)));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
