package dev.roamlab.control.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a body says it is. A page of another site can send plain text without asking, but no JSON. */
final class MediaTypes {
    private MediaTypes() {}

    /** @throws Refused with 415 */
    static void check(Operation<?, ?, ?> operation, HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        boolean body = hasBody(request);
        if (body && !isJson(type)) {
            throw Refused.with(
                    415,
                    operation.id() + " takes application/json, this is "
                            + (type == null ? "a body without Content-Type" : type));
        }
        String encoding = request.getHeader("Content-Encoding");
        if (body && encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refused.with(415, "Content-Encoding " + encoding + " is not taken; send the body as it is");
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null
                || (length != null && !length.strip().equals("0"));
    }

    private static boolean isJson(@Nullable String type) {
        if (type == null) {
            return false;
        }
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals("application/json") || (plain.startsWith("application/") && plain.endsWith("+json"));
    }
}
