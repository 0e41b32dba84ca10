package dev.roamlab.control.fleets;

import dev.roamlab.control.chargers.Forms;
import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Form;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.List;
import java.util.Optional;

/** Many chargers to be. */
@Says("Many chargers to be.")
record NewFleet(
        @Says("Its name; the group of its chargers.")
        @Form(value = Forms.NAME, means = Forms.NAME_WORDS)
        @Example("\"street\"")
        String name,

        @Says("How many chargers.") @Within(min = 1, max = 100_000) @Example("10")
        int count,

        @Says("Their model in the lab's catalogue; the first one if absent.")
        @Length(max = 64) @Example("\"post-22-twin\"")
        Optional<String> type,

        @Says("Their ids, with a run of # for the number; NAME-###### if absent.")
        @Length(max = 48) @Example("\"RL-####\"")
        Optional<String> idPattern,

        @Says("The number of the first; 1 if absent.") @Within(min = 0, max = 999_999_999)
        Optional<Integer> first,

        @Says("Where they connect to; the lab's central system if absent.") @Length(max = 500) Optional<String> csmsUrl,

        @Says("For HTTP basic authentication.") @Length(max = 200) Optional<String> password,

        @Says("Whether they connect at once; they do if absent.")
        Optional<Boolean> connect,

        @Says("So many connect per second; as fast as they can if absent.") @Within(min = 0.1, max = 100_000)
        Optional<Double> connectsPerSecond,

        @Says("Drivers who come to them, see /behaviours; nobody if absent.")
        @Length(max = 64) @Example("\"commuter-street\"")
        Optional<String> behaviour,

        @Says("What the drivers carry.") @Within(min = 0, max = 10_000) @Example("[\"ANNA\", \"BOB\"]")
        List<String> tokens) {}
