package dev.roamlab.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Does something asynchronous over and over. A chain of futures would grow with each turn. */
final class Repeat {
    private final BooleanSupplier goesOn;
    private final Supplier<Future<Void>> step;
    private final Promise<Void> end = Promise.promise();

    private Repeat(BooleanSupplier goesOn, Supplier<Future<Void>> step) {
        this.goesOn = goesOn;
        this.step = step;
    }

    /** One step after the other, as long as a condition holds; ends with the first failure. */
    static Future<Void> during(BooleanSupplier goesOn, Supplier<Future<Void>> step) {
        Repeat repeat = new Repeat(goesOn, step);
        repeat.next();
        return repeat.end.future();
    }

    private void next() {
        if (goesOn.getAsBoolean()) {
            step.get().onSuccess(done -> next()).onFailure(end::fail);
        } else {
            end.complete();
        }
    }
}
