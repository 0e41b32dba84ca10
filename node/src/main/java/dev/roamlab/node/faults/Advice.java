package dev.roamlab.node.faults;

import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import io.vertx.core.Future;
import java.util.function.Function;

/**
 * What a fault does around one exchange. It hands on the very request and gives back the very answer when it changes
 * nothing: that is how a {@link FaultSwitch} knows whether the fault has shown itself.
 */
@FunctionalInterface
interface Advice {
    /** @param onward asks the node, or the wire; need not be called, and may be called twice */
    Future<WireAnswer> around(WireRequest request, Function<WireRequest, Future<WireAnswer>> onward);

    /** First this one, then the other, nearer to the node or to the wire. */
    default Advice and(Advice inner) {
        return (request, onward) -> around(request, changed -> inner.around(changed, onward));
    }

    /** The same where a condition holds. */
    default Advice when(java.util.function.Predicate<WireRequest> condition) {
        return (request, onward) -> condition.test(request) ? around(request, onward) : onward.apply(request);
    }
}
