package dev.roamlab.node.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What tells one kind of store from another: where the objects are and how a write reaches them. */
interface Engine {

    /** Applies the writes all or nothing, makes them durable, then publishes them to their collections. */
    Future<List<Change>> write(List<Write> writes);

    Future<Optional<Stored>> get(OpenCollection collection, String key);

    Future<Page> page(OpenCollection collection, PageQuery query);

    Future<Long> count(OpenCollection collection, Filter filter);
}
