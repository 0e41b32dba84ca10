package dev.roamlab.node.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.store.Filter;
import dev.roamlab.node.store.Page;
import dev.roamlab.node.store.PageQuery;
import dev.roamlab.node.store.Stored;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.PageRequest;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Serves a list page by page. Spec: transport_and_format_pagination.
 *
 * <p>The Link holds the mark of the last object besides the offset, so that following it takes the same time on the first
 * page and on the last. Pages that did not change are answered from memory. Used on the node's event loop only.
 */
public final class ListEndpoint<T extends Record> {
    private static final int CACHED_PAGES = 256;

    private final ObjectCollection<T> objects;
    private final int maxLimit;
    private final Function<Call<Nothing>, Optional<String>> scope;
    private final boolean dateFromRequired;
    private final Map<Key, Rendered> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rendered> eldest) {
            return size() > CACHED_PAGES;
        }
    };

    private ListEndpoint(
            ObjectCollection<T> objects,
            int maxLimit,
            Function<Call<Nothing>, Optional<String>> scope,
            boolean dateFromRequired) {
        this.objects = objects;
        this.maxLimit = maxLimit;
        this.scope = scope;
        this.dateFromRequired = dateFromRequired;
    }

    /** A list that every partner sees whole. */
    public static <T extends Record> ListEndpoint<T> toAll(ObjectCollection<T> objects, int maxLimit) {
        return new ListEndpoint<>(objects, maxLimit, call -> Optional.empty(), false);
    }

    /** A list of which each partner sees its own part: the objects whose scope is the partner's id. */
    public static <T extends Record> ListEndpoint<T> toEachItsOwn(ObjectCollection<T> objects, int maxLimit) {
        return new ListEndpoint<>(
                objects, maxLimit, call -> Optional.of(call.partner().id()), false);
    }

    /** The list as sessions have it, where date_from is obligatory. Spec: mod_sessions_cpo_get_request_parameters. */
    public ListEndpoint<T> requiringDateFrom() {
        return new ListEndpoint<>(objects, maxLimit, scope, true);
    }

    /** Answers a request for a page. */
    public Future<Answer<T>> answer(Call<Nothing> call) {
        PageRequest request = PageRequest.read(call.query(), maxLimit);
        if (dateFromRequired && request.dateFrom().isEmpty()) {
            throw OcpiException.invalid("date_from: required for the list of sessions, but missing");
        }
        Key key = new Key(call.version().value(), scope.apply(call), request);
        Rendered cached = cache.get(key);
        if (cached != null && cached.version() == objects.raw().version()) {
            return Future.succeededFuture(cached.answer(call, request, maxLimit));
        }
        return objects.raw().page(query(request, key.scope())).map(page -> {
            Rendered rendered = render(page, call.dialect());
            cache.put(key, rendered);
            return rendered.answer(call, request, maxLimit);
        });
    }

    private static PageQuery query(PageRequest request, Optional<String> scope) {
        Filter filter = scope.map(Filter::scope).orElse(Filter.ALL).between(request.dateFrom(), request.dateTo());
        return request.after().isPresent()
                ? PageQuery.after(filter, request.after().getAsLong(), request.limit())
                : PageQuery.at(filter, request.offset(), request.limit());
    }

    private Rendered render(Page page, Dialect dialect) {
        Buffer array = Buffer.buffer().appendString("[");
        String separator = "";
        for (Stored stored : page.items()) {
            array.appendString(separator).appendString(text(stored, dialect));
            separator = ",";
        }
        return new Rendered(
                page.version(), array.appendString("]"), page.items().size(), page.total(), page.next());
    }

    /** The stored text is the model's form: in the model's own version it goes out as it is, unparsed. */
    private String text(Stored stored, Dialect dialect) {
        if (dialect.isModel()) {
            return stored.json();
        }
        JsonNode model = Json.parseOwn(stored.json());
        return Json.write(dialect.write(objects.type(), model));
    }

    private record Key(String version, Optional<String> scope, PageRequest request) {}

    private record Rendered(long version, Buffer array, int size, long total, OptionalLong next) {
        <T extends Record> Answer<T> answer(Call<Nothing> call, PageRequest request, int maxLimit) {
            Optional<String> nextUrl = next.isEmpty()
                    ? Optional.empty()
                    : Optional.of(call.url() + "?" + request.next(size, next.getAsLong()));
            return Answer.page(array, total, maxLimit, nextUrl);
        }
    }
}
