package dev.roamlab.control.interceptor;

import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message that waits. */
@Says("A message that waits for somebody to decide.")
record Held(
        @Says("To name it by.") long id,
        @Says("Whose doing it is.") String rule,
        String chargePointId,
        @Says("to-csms or to-station.") String way,
        String action,
        @Says("The frame.") String text,
        @Says("In lab time.") Instant since) {

    /** All of them. */
    @Says("Messages that wait, the oldest first.")
    record HeldList(List<Held> messages) {}

    /** What is let go. */
    @Says("What is let go.")
    record Release(
            @Says("Another text in its place; the message itself if absent.") @Length(min = 0, max = 100_000) Optional<String> text) {}
}
