package dev.roamlab.control.http;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Wrong;
import java.time.Instant;
import java.util.List;

/** What went wrong, as it is written to the caller. */
@Says("What went wrong (RFC 9457).")
record Problem(
        @Says("Names the kind of problem.") @Example("\"urn:roamlab:problem:conflict\"")
        String type,

        @Says("The kind of problem in words; the same for all of its kind.") @Example("\"Conflict\"")
        String title,

        @Says("The HTTP status.") @Example("409") int status,

        @Says("The message: what is wrong here, and where there is one, the way out.")
        String detail,

        @Says("The path that was asked for.") @Example("\"/api/v1/chargers\"")
        String instance,

        @Says("When, in the lab's time.") Instant timestamp,

        @Says("What is wrong with the body, field by field.")
        List<Wrong> errors) {}
