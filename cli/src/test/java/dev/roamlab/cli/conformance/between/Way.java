package dev.roamlab.cli.conformance.between;

import io.vertx.core.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What happens to an exchange on its way. A failed future tears the connection down; one that never ends is silence. */
@FunctionalInterface
public interface Way {
    /** Nothing happens. */
    Way PLAIN = (request, onward) -> onward.apply(request);

    Future<Letter> pass(Letter request, Function<Letter, Future<Letter>> onward);

    /** Changes requests. */
    static Way requests(UnaryOperator<Letter> change) {
        return (request, onward) -> onward.apply(change.apply(request));
    }

    /** Changes answers. */
    static Way answers(UnaryOperator<Letter> change) {
        return (request, onward) -> onward.apply(request).map(change::apply);
    }

    /** This one, and nearer to the target the other one. */
    default Way then(Way nearer) {
        return (request, onward) -> pass(request, passed -> nearer.pass(passed, onward));
    }
}
