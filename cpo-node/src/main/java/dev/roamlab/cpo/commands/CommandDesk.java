package dev.roamlab.cpo.commands;

import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.cpo.csms.Csms;
import dev.roamlab.cpo.csms.TransactionNumbers;
import dev.roamlab.cpo.locations.LocationBook;
import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.cpo.sessions.Charges;
import dev.roamlab.cpo.sessions.Places;
import dev.roamlab.cpo.stations.Stations;
import dev.roamlab.cpo.tokens.CommandGrants;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.Platform;
import io.vertx.core.Future;

/** Wires what has to do with commands. */
public final class CommandDesk {
    private CommandDesk() {}

    /** What commands need of the rest of the node. */
    public record Surroundings(
            LocationBook locations,
            Stations stations,
            Csms csms,
            Charges charges,
            Places places,
            CommandGrants grants,
            TransactionNumbers numbers) {}

    /** Puts the interface on the platform's server; reservations from before a restart go on. */
    public static Future<ReservationDesk> open(
            Platform platform, CpoSettings settings, LabClock clock, Audience audience, Surroundings around) {
        Targets targets = new Targets(around.locations(), around.stations());
        CommandResults results = new CommandResults(audience, clock, settings.commandTimeout());
        return platform.collection("reservations", Reservation.class)
                .compose(stored -> Reservations.open(stored, around.charges(), clock))
                .map(reservations -> {
                    ReservationDesk desk = new ReservationDesk(
                            reservations,
                            targets,
                            around.places(),
                            results,
                            around.numbers(),
                            platform.lab().ids(),
                            clock);
                    new CommandsReceiver(
                                    targets, results, desk, around.charges(), around.grants(), around.numbers(), clock)
                            .serve(platform.server());
                    around.csms().onOutOfService(desk::withdrawAt);
                    return desk;
                });
    }
}
