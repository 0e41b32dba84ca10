package dev.roamlab.control.events;

import static dev.roamlab.control.http.Tags.EVENTS;

import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.control.shape.Shape;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Serves events as they happen. */
public final class Events {
    private static final Operation<EventQuery, Nothing, Event> STREAM = Operation.of(
                    HttpMethod.GET, "/events", "streamEvents", EVENTS)
            .says(
                    "Tells what happens, as server-sent events, until one of the two hangs up.",
                    "A comment line comes every " + "15 seconds when all is quiet. Whoever was cut off goes on with"
                            + " `Last-Event-ID`; what is not kept any more is announced by an event `Missed`.")
            .asking(EventQuery.class)
            .streaming(Event.class);

    private static final int ENDLESS = -1;

    private final Vertx vertx;
    private final EventRing ring;
    private final long heartbeatMillis;

    /** @param heartbeatMillis a comment line this often, so that nobody on the way takes the silence for the end */
    public Events(Vertx vertx, EventRing ring, long heartbeatMillis) {
        this.vertx = vertx;
        this.ring = ring;
        this.heartbeatMillis = heartbeatMillis;
    }

    /** Offers the operation. */
    public void serve(ApiServer api) {
        api.stream(STREAM, this::stream);
    }

    private void stream(Call<EventQuery, Nothing> call, HttpServerResponse response) {
        EventQuery query = call.query();
        Predicate<Event> wanted = wanted(query);
        long next = seen(call).map(id -> Math.min(id, ring.last()) + 1).orElse(ring.last() + 1);
        new EventStream(vertx, ring, response, wanted, next, query.limit().orElse(ENDLESS)).begin(heartbeatMillis);
    }

    private static Optional<Long> seen(Call<EventQuery, Nothing> call) {
        return call.lastEventId()
                .filter(id -> !id.isBlank())
                .map(id -> {
                    if (!id.strip().matches("\\d{1,15}")) {
                        throw InvalidValue.of("Last-Event-ID", "must be the id of an event, a whole number");
                    }
                    return Long.parseLong(id.strip());
                })
                .or(() -> call.query().since());
    }

    private static Predicate<Event> wanted(EventQuery query) {
        Set<EventType> types = types(query.type().orElse(""));
        return event -> (types.isEmpty() || types.contains(event.type()))
                && (query.chargePointId().isEmpty() || query.chargePointId().equals(event.chargePointId()))
                && (query.group().isEmpty() || query.group().equals(event.group()));
    }

    private static Set<EventType> types(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> Shape.constant(EventType.class, word)
                        .orElseThrow(() ->
                                InvalidValue.of("type", "'" + word + "', must be of " + Shape.words(EventType.class))))
                .collect(Collectors.toSet());
    }
}
