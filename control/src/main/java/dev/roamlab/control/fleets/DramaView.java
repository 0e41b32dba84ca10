package dev.roamlab.control.fleets;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.station.drama.DramaNews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A drama and how it stands. */
@Says("A drama and how it stands.")
record DramaView(
        @Says("To name it by.") int number,
        @Says("What it is.") String kind,
        DramaNews.Phase phase,
        @Says("In lab time.") Instant begun,

        @Says("Lab time since it began, or until it was over.")
        double seconds,

        @Says("So many chargers it has struck (connectors, for faults); 0 where it has no victims of its own.")
        int affected,

        @Says("Of them, so many are as before.") int recovered) {

    /** What goes on and what there is. */
    @Says("What goes on, and what there is.")
    record DramaList(List<DramaView> running, List<KindView> kinds) {}

    /** A kind of drama. */
    @Says("A kind of drama.")
    record KindView(
            String kind,
            String title,

            @Says("Its settings, and what they are when nobody says.")
            String settings) {}

    /** A drama to be. */
    @Says("A drama to be. Which settings a kind takes, /dramas says.")
    record NewDrama(
            @Length(max = 40) @Example("\"blackout\"") String kind,

            @Says("So many of a hundred chargers (connectors, for faults).") @Within(min = 0.0001, max = 100)
            Optional<Double> share,

            @Says("So many of a hundred messages.") @Within(min = 0.0001, max = 100)
            Optional<Double> percent,

            @Says("A time such as 90s, 5m or 1h.") @Length(max = 20) @Example("\"60s\"")
            Optional<String> lasts,

            @Says("By how much clocks are wrong.") @Length(max = 20) Optional<String> by,

            @Says("Milliseconds such as 300 or 500..3000.") @Length(max = 20) Optional<String> delay,

            @Says("What breaks.") Optional<ErrorCode> errorCode) {}
}
