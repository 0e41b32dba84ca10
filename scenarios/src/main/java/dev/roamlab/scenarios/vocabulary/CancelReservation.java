package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** A driver gives a reservation back. Spec: mod_commands_cancelreservation_object. */
final class CancelReservation implements Verb {
    private static final Parameter<String> TOKEN = Parameter.named("token", Kind.TOKEN, "uid of the token");

    @Override
    public String name() {
        return "cancel_reservation";
    }

    @Override
    public String summary() {
        return "A driver gives a reservation back: CANCEL_RESERVATION.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TOKEN);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp().cancelReservation(with.get(TOKEN));
    }
}
