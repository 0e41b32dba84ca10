package dev.roamlab.control;

import dev.roamlab.control.chargers.Welcome;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.drama.Dramas;
import dev.roamlab.station.fleet.Destination;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.models.StationModels;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What the API controls.
 *
 * @param models what new chargers can be
 * @param usual where new chargers connect that are not told where; the fleet's own central system if absent
 * @param tokens carried by drivers who are given none
 * @param seed of drivers who are given none
 * @param interceptor of the chargers' connections, if there is one
 * @param welcome tells the lab's own central system of chargers to come; {@link Welcome#NONE} where it takes all comers
 * @param dramas that can befall the fleet, if there are any
 */
@RecordBuilder
public record ControlledLab(
        Fleet fleet,
        LabClock clock,
        StationModels models,
        Optional<Destination> usual,
        List<IdToken> tokens,
        long seed,
        Optional<Interceptor> interceptor,
        Optional<Dramas> dramas,
        Welcome welcome)
        implements ControlledLabBuilder.With {

    public ControlledLab {
        tokens = List.copyOf(tokens);
    }

    /** A fleet with the shipped models and one token. */
    public static ControlledLab of(Fleet fleet, LabClock clock) {
        return new ControlledLab(
                fleet,
                clock,
                StationModels.shipped(),
                Optional.empty(),
                List.of(IdToken.of("ROAMLAB")),
                1,
                Optional.empty(),
                Optional.empty(),
                Welcome.NONE);
    }
}
