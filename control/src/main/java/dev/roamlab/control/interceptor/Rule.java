package dev.roamlab.control.interceptor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Form;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.List;
import java.util.Optional;

/** Which messages are interfered with, and how. */
@Says("Which messages are interfered with, and one thing that is done to them: hold, delayMs, drop, duplicate, edit or"
        + " replace. Of several rules that fit, the first one counts.")
record Rule(
        @Says("The chargers meant, by id; * stands for anything. All if absent.") @Length(max = 64) Optional<String> station,

        @Says("Both ways if absent.") @Form(value = "to-csms|to-station", means = "to-csms or to-station")
        Optional<String> way,

        @Says("All if empty.") @Form(value = "call|result|error|other", means = "call, result, error or other")
        List<String> kind,

        @Says("The action meant; * stands for anything. Answers have that of their call. All if absent.")
        @Length(max = 64) @Example("\"StatusNotification\"")
        Optional<String> action,

        @Says("So many of a hundred; all if absent.") @Within(min = 0.001, max = 100)
        Optional<Double> percent,

        @Says("After so many the rule rests.") @Within(min = 1, max = 1_000_000_000)
        Optional<Integer> times,

        @Says("True: they wait until somebody lets them go; later messages overtake them.")
        Optional<Boolean> hold,

        @Says("They arrive so many milliseconds later, or within {from, to}; messages behind them wait.")
        @Example("{\"from\": 100, \"to\": 2000}")
        Optional<JsonNode> delayMs,

        @Says("True: they never arrive.") Optional<Boolean> drop,

        @Says("They arrive so many times more.") @Within(min = 1, max = 100)
        Optional<Integer> duplicate,

        @Says("They arrive with another payload.") @Within(min = 0, max = 100)
        List<Change> edit,

        @Says("This text arrives in their place, be it a frame or not.") @Length(min = 0, max = 100_000) Optional<String> replace) {

    /** One change to a payload. */
    @Says("One change to a payload: a new value, or its removal.")
    record Change(
            @Says("A JSON pointer into the payload.") @Length(max = 500) @Example("\"/idTag\"")
            String at,

            @Says("The new value.") Optional<JsonNode> to,
            @Says("True: the member goes.") Optional<Boolean> remove) {}

    /** A rule at work. */
    @Says("A rule, and how often it has been applied.")
    record RuleView(
            @Says("Its name.") String id,
            @Says("So many messages.") long applied,
            Rule rule) {}

    /** All rules. */
    @Says("The rules, in the order in which they are tried.")
    record RuleList(List<RuleView> rules) {}
}
