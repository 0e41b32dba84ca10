package dev.roamlab.cpo.partners;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells partners of changes: every one that lists the receiver's endpoint, each in its own order. */
public final class Audience {
    private static final int NOT_FOUND = 404;

    private final Platform platform;

    /** @param platform knows the partners and what is due to them */
    public Audience(Platform platform) {
        this.platform = platform;
    }

    /** Sends a whole object to all who take it. */
    public <B extends Record> void put(Operation<B, Nothing> operation, Map<String, String> path, Document<B> object) {
        toAll(operation, path, client -> client.call(operation, path, "", object));
    }

    /** Sends the fields that changed to all who take them. Spec: transport_and_format_patch. */
    public <B extends Record> void patch(
            Operation<B, Nothing> operation, Map<String, String> path, ObjectNode changes) {
        toAll(operation, path, client -> client.patch(operation, path, "", changes));
    }

    /**
     * As {@link #patch(Operation, Map, ObjectNode)}; with a partner that refuses the other way out is taken.
     * Spec: transport_and_format_patch.
     */
    public <B extends Record> void patch(
            Operation<B, Nothing> operation,
            Map<String, String> path,
            ObjectNode changes,
            Function<PartnerClient, Future<?>> whenRefused) {
        toAll(operation, path, client -> send(client, operation, path, changes, whenRefused));
    }

    /** One partner's PATCH, when its turn has come; with a partner that refuses the other way out is taken. */
    public static <B extends Record> Future<?> send(
            PartnerClient client,
            Operation<B, Nothing> operation,
            Map<String, String> path,
            ObjectNode changes,
            Function<PartnerClient, Future<?>> whenRefused) {
        return client.patch(operation, path, "", changes)
                .transform(answer ->
                        answer.failed() && isRefusal(answer.cause()) ? done(whenRefused.apply(client)) : done(answer));
    }

    /** The partners that take something. */
    public List<Partner> takers(Operation<?, ?> operation) {
        return platform.partners().all().stream()
                .filter(partner -> platform.calling(partner).offers(operation))
                .toList();
    }

    private static Future<Void> done(AsyncResult<?> answer) {
        return answer.failed() ? Future.failedFuture(answer.cause()) : Future.succeededFuture();
    }

    private static Future<Void> done(Future<?> delivery) {
        return delivery.mapEmpty();
    }

    /** Whether a partner has answered, and not as wished; one that was not reached cannot be asked either. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof PartnerException refused
                && refused.httpStatus().isPresent();
    }

    /** Whether a partner says that it does not have what it was asked for or told of. */
    public static boolean isUnknown(Throwable failure) {
        return failure instanceof PartnerException refused
                && (refused.httpStatus().orElse(0) == NOT_FOUND
                        || refused.statusCode().orElse(0) == StatusCode.UNKNOWN_LOCATION.code());
    }

    /** Tells all who take it that an object is gone. */
    public void delete(Operation<Nothing, Nothing> operation, Map<String, String> path) {
        toAll(operation, path, client -> client.call(operation, path, ""));
    }

    /** Queues something for one partner, behind what it is owed already; false when that is too much, and this is dropped. */
    public boolean deliver(String partnerId, String what, Function<PartnerClient, Future<?>> delivery) {
        return platform.deliveries()
                .add(partnerId, what, () -> client(partnerId).compose(delivery::apply));
    }

    /** The way to a partner with the credentials of this moment; fails when it is none any more. */
    public Future<PartnerClient> client(String partnerId) {
        return platform.partners()
                .find(partnerId)
                .map(partner -> Future.succeededFuture(platform.calling(partner)))
                .orElseGet(() -> Future.failedFuture(PartnerException.notOffered("the partner has left")));
    }

    private void toAll(
            Operation<?, ?> operation, Map<String, String> path, Function<PartnerClient, Future<?>> delivery) {
        takers(operation).forEach(partner -> deliver(partner.id(), what(operation, path, partner), delivery));
    }

    /** A delivery in words, for the log. */
    public static String what(Operation<?, ?> operation, Map<String, String> path, Partner partner) {
        return operation.name() + operation.path().expand(path) + " to " + partner.party();
    }
}
