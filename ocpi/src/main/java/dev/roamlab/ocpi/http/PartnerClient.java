package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.http.PartnerException.Kind;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls one partner's operations, in the version agreed with it. Futures fail with {@link PartnerException}.
 */
public final class PartnerClient {
    private static final int MAX_PAGES = 100_000;
    private static final int MAX_EMPTY_PAGES = 20;
    private static final Pattern OFFSET = Pattern.compile("([?&]offset=)(\\d{1,18})(?=&|$)");

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
            return Future.succeededFuture(dialect().decode(type, data.get()));
        } catch (InvalidObject invalid) {
            return Future.failedFuture(notOcpi(operation, "answered with an invalid object: " + invalid.getMessage()));
        }
    }

    /**
     * Walks a list from page to page, following each Link as it is. One bad object does not spoil its page. When the list
     * becomes shorter meanwhile, the walk steps back by as much, so that a page may come twice and no object is missed.
     *
     * @param query filters of the first page, such as {@code date_from=…}
     * @param take is given each page and says when it has dealt with it; the next page is asked for only then
     * @return how many pages there were; fails with {@link PartnerException} also when the Links lead round in a circle
     */
    public <R extends Record> Future<Integer> pages(
            Operation<?, R> operation, String query, Function<ListPage<R>, Future<?>> take) {
        Optional<Url> endpoint = partner.endpoint(operation.module(), operation.side());
        if (endpoint.isEmpty()) {
            return Future.failedFuture(notOffered(operation));
        }
        return new Walk<>(operation, take).page(url(endpoint.get(), "", query));
    }

    /** One walk along a list. */
    private final class Walk<R extends Record> {
        private final Operation<?, R> operation;
        private final Function<ListPage<R>, Future<?>> take;
        private final Set<String> visited = new HashSet<>();
        private OptionalLong total = OptionalLong.empty();
        private int pages;
        private int emptyPages;

        Walk(Operation<?, R> operation, Function<ListPage<R>, Future<?>> take) {
            this.operation = operation;
            this.take = take;
        }

        Future<Integer> page(String url) {
            pages++;
            if (!visited.add(url) || pages > MAX_PAGES || emptyPages > MAX_EMPTY_PAGES) {
                return Future.failedFuture(notOcpi(
                        operation, "answered page " + pages + " with a Link that does not lead to the end, " + url));
            }
            return http.send(request(operation, url, Optional.empty())).compose(reply -> {
                ListPage<R> page = listPage(operation, reply, pages);
                Optional<String> earlier = oneBack(url, page.total());
                emptyPages = page.objects().isEmpty() && page.refused().isEmpty() ? emptyPages + 1 : 0;
                // A last page that links to itself is a known slip.
                Optional<String> next = earlier.or(() ->
                        Links.next(reply.headers().getAll(Headers.LINK), url).filter(link -> !link.equals(url)));
                return take.apply(page)
                        .compose(taken -> next.isPresent() ? page(next.get()) : Future.succeededFuture(pages));
            });
        }

        /** Where to look again when the list has shrunk. Spec: transport_and_format_paginated_response. */
        private Optional<String> oneBack(String url, OptionalLong now) {
            long gone = total.isPresent() && now.isPresent() ? total.getAsLong() - now.getAsLong() : 0;
            total = now;
            Matcher offset = OFFSET.matcher(url);
            if (gone <= 0 || !offset.find() || Long.parseLong(offset.group(2)) == 0) {
                return Optional.empty();
            }
            long back = Math.max(0, Long.parseLong(offset.group(2)) - gone);
            return Optional.of(offset.replaceFirst("$1" + back)).filter(earlier -> !visited.contains(earlier));
        }
    }

    private <R extends Record> ListPage<R> listPage(Operation<?, R> operation, Reply reply, int number) {
        Class<R> type = operation.resultType().orElseThrow();
        List<Document<R>> objects = new ArrayList<>();
        List<ListPage.Refused> refused = new ArrayList<>();
        JsonNode list = reply.data().orElseGet(Json::array);
        if (!list.isArray()) {
            throw notOcpi(operation, "answered with one value instead of a list");
        }
        for (JsonNode element : list) {
            try {
                objects.add(dialect().decode(type, element));
            } catch (InvalidObject invalid) {
                refused.add(new ListPage.Refused(
                        objects.size() + refused.size(),
                        element.path("id").asText(element.path("uid").asText("?")),
                        invalid.problems()));
            }
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
