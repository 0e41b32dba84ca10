package dev.roamlab.node.faults;

import dev.roamlab.node.faults.Edits.Edit;
import dev.roamlab.ocpi.http.WireRequest;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Advice that spoils a request on its way: what a partner sent before our node sees it, or what our node sends. */
final class Requests {
    private Requests() {}

    /** Any change of a request. */
    static Advice request(UnaryOperator<WireRequest> change) {
        return (request, onward) -> onward.apply(change.apply(request));
    }

    /** Spoils the JSON in the body. */
    static Advice body(Edit edit) {
        return request(request -> Messages.edited(request, edit));
    }

    /** Changes a header where there is one. */
    static Advice header(String name, UnaryOperator<String> change) {
        return request(request -> Messages.header(request, name, change));
    }

    /** Leaves headers out. */
    static Advice withoutHeaders(String... names) {
        return request(request -> Arrays.stream(names).anyMatch(request.headers()::contains)
                ? request.withHeaders(Messages.without(request.headers(), names))
                : request);
    }

    /** Uses another method. */
    static Advice method(HttpMethod method) {
        return request(request -> request.method().equals(method) ? request : request.withMethod(method));
    }

    /** Changes the URL. */
    static Advice url(UnaryOperator<String> change) {
        return request(request -> {
            String changed = change.apply(request.url());
            return changed.equals(request.url()) ? request : request.withUrl(changed);
        });
    }

    /** Does not see parameters of the query. */
    static Advice ignoring(String... parameters) {
        Set<String> ignored = Set.of(parameters);
        return request(request -> {
            String query = Arrays.stream(request.rawQuery().split("&"))
                    .filter(parameter -> !ignored.contains(parameter.split("=", 2)[0]))
                    .collect(Collectors.joining("&"));
            if (query.equals(request.rawQuery())) {
                return request;
            }
            String base = request.url().substring(0, request.url().indexOf('?'));
            return request.withUrl(query.isEmpty() ? base : base + "?" + query);
        });
    }

    /** Puts something else where a parameter of the query is given. */
    static Advice parameter(String name, UnaryOperator<String> change) {
        return url(url -> {
            int start = url.indexOf('?');
            if (start < 0) {
                return url;
            }
            return url.substring(0, start + 1)
                    + Arrays.stream(url.substring(start + 1).split("&"))
                            .map(each -> each.startsWith(name + "=")
                                    ? name + "=" + change.apply(each.substring(name.length() + 1))
                                    : each)
                            .collect(Collectors.joining("&"));
        });
    }
}
