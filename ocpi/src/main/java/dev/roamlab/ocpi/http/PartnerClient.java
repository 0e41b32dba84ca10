package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.http.PartnerException.Kind;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls one partner's operations, in the version agreed with it. Futures fail with {@link PartnerException}.
 */
public final class PartnerClient {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*rel\\s*=\\s*\"?next\"?");
    private static final int MAX_PAGES = 100_000;

    private final OcpiClient http;
    private final Partner partner;
    private final Party us;

    /** @param us the party in whose name we call */
    public PartnerClient(OcpiClient http, Partner partner, Party us) {
        this.http = http;
        this.partner = partner;
        this.us = us;
    }

    /** Whether the partner lists the interface that serves an operation. */
    public boolean offers(Operation<?, ?> operation) {
        return partner.endpoint(operation.module(), operation.side()).isPresent();
    }

    /** Calls an operation without a body. */
    public <R extends Record> Future<Reply> call(Operation<?, R> operation, Map<String, String> path, String query) {
        return send(operation, path, query, Optional.empty());
    }

    /** Sends a whole object. */
    public <B extends Record> Future<Reply> call(
            Operation<B, ?> operation, Map<String, String> path, String query, Document<B> body) {
        JsonNode wire = dialect().write(body.value().getClass(), body.json());
        return send(operation, path, query, Optional.of(wire));
    }

    /** Sends the fields that change. Spec: transport_and_format_patch. */
    public <B extends Record> Future<Reply> patch(
            Operation<B, ?> operation, Map<String, String> path, String query, ObjectNode changes) {
        return send(
                operation,
                path,
                query,
                Optional.of(dialect().write(operation.bodyType().orElseThrow(), changes)));
    }

    /** Posts an object to a URL that the partner gave us for this purpose, unchanged (commands' response_url). */
    public <B extends Record> Future<Reply> postTo(Url url, Operation<B, ?> operation, Document<B> body) {
        JsonNode wire = dialect().write(body.value().getClass(), body.json());
        return http.send(request(operation, url.value(), Optional.of(wire)));
    }

    /** Reads the object in an answer's data. */
    public <R extends Record> Future<Document<R>> object(Operation<?, R> operation, Reply reply) {
        Class<R> type = operation.resultType().orElseThrow();
        Optional<JsonNode> data = reply.data();
        if (data.isEmpty()) {
            return Future.failedFuture(notOcpi(operation, "answered without data"));
        }
        try {
            return Future.succeededFuture(Document.read(type, dialect().read(type, data.get(), false)));
        } catch (InvalidObject invalid) {
            return Future.failedFuture(notOcpi(operation, "answered with an invalid object: " + invalid.getMessage()));
        }
    }

    /**
     * Walks a list from page to page, following each Link as it is. One bad object does not spoil its page.
     *
     * @param query filters of the first page, such as {@code date_from=…}
     * @param take is given each page and says when it has dealt with it; the next page is asked for only then
     * @return how many pages there were
     */
    public <R extends Record> Future<Integer> pages(
            Operation<?, R> operation, String query, Function<ListPage<R>, Future<?>> take) {
        Optional<Url> endpoint = partner.endpoint(operation.module(), operation.side());
        if (endpoint.isEmpty()) {
            return Future.failedFuture(notOffered(operation));
        }
        String url = url(endpoint.get(), "", query);
        return page(operation, url, 1, take);
    }

    private <R extends Record> Future<Integer> page(
            Operation<?, R> operation, String url, int number, Function<ListPage<R>, Future<?>> take) {
        if (number > MAX_PAGES) {
            return Future.failedFuture(notOcpi(operation, "still links to a next page after " + MAX_PAGES));
        }
        return http.send(request(operation, url, Optional.empty())).compose(reply -> {
            ListPage<R> page = listPage(operation, reply, number);
            Optional<String> next = reply.header(Headers.LINK).flatMap(PartnerClient::next);
            boolean goOn = next.isPresent() && !next.get().equals(url);
            return take.apply(page)
                    .compose(taken ->
                            goOn ? page(operation, next.get(), number + 1, take) : Future.succeededFuture(number));
        });
    }

    private <R extends Record> ListPage<R> listPage(Operation<?, R> operation, Reply reply, int number) {
        Class<R> type = operation.resultType().orElseThrow();
        List<Document<R>> objects = new ArrayList<>();
        List<ListPage.Refused> refused = new ArrayList<>();
        int index = 0;
        for (JsonNode element :
                reply.data().map(data -> (Iterable<JsonNode>) data).orElse(List.of())) {
            try {
                objects.add(Document.read(type, dialect().read(type, element, false)));
            } catch (InvalidObject invalid) {
                refused.add(new ListPage.Refused(
                        index, element.path("id").asText(element.path("uid").asText("?")), invalid.problems()));
            }
            index++;
        }
        return new ListPage<>(number, objects, refused, total(reply));
    }

    private static OptionalLong total(Reply reply) {
        try {
            return reply.header(Headers.TOTAL_COUNT)
                    .map(text -> OptionalLong.of(Long.parseLong(text.trim())))
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException odd) {
            return OptionalLong.empty();
        }
    }

    private static Optional<String> next(String link) {
        Matcher matcher = NEXT.matcher(link);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Future<Reply> send(
            Operation<?, ?> operation, Map<String, String> path, String query, Optional<JsonNode> body) {
        return partner.endpoint(operation.module(), operation.side())
                .map(endpoint -> http.send(
                        request(operation, url(endpoint, operation.path().expand(path), query), body)))
                .orElseGet(() -> Future.failedFuture(notOffered(operation)));
    }

    private OutgoingRequest request(Operation<?, ?> operation, String url, Optional<JsonNode> body) {
        Routing routing = Routing.appliesTo(operation.module()) ? Routing.between(us, partner.party()) : Routing.NONE;
        return new OutgoingRequest(
                partner.party().toString(),
                partner.version().value(),
                operation.name(),
                operation.method(),
                url,
                partner.outgoingToken(),
                routing,
                body,
                Optional.empty());
    }

    /** Endpoint URLs come with and without a slash at the end: exactly one goes in between. */
    private static String url(Url endpoint, String path, String query) {
        String base = endpoint.value();
        if (base.endsWith("/") && !path.isEmpty()) {
            base = base.substring(0, base.length() - 1);
        }
        String separator = base.contains("?") ? "&" : "?";
        return base + path + (query.isEmpty() ? "" : separator + query);
    }

    private Dialect dialect() {
        return Dialect.of(partner.version());
    }

    private PartnerException notOffered(Operation<?, ?> operation) {
        return PartnerException.notOffered(partner.party() + " does not list "
                + operation.module().value() + " as " + operation.side() + " in its version details");
    }

    private PartnerException notOcpi(Operation<?, ?> operation, String what) {
        return new PartnerException(
                Kind.NOT_OCPI,
                partner.party() + " " + what + " to " + operation.name(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }
}
