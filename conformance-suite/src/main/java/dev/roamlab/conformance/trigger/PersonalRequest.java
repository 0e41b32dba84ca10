package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.trigger.Operator.Answer;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Pulls a trigger by asking a person. People do one thing at a time, in the order in which they are asked. */
final class PersonalRequest {
    private final Optional<Operator> operator;
    private final ReentrantLock turn = new ReentrantLock(true);

    PersonalRequest(Optional<Operator> operator) {
        this.operator = operator;
    }

    /** @param words the operator's own instruction; {@code true} for the shipped one */
    JsonNode pull(String words, String name, Map<String, ?> params, Duration timeout) {
        Operator person = operator.orElseThrow(
                () -> new TriggerUnavailable(
                        "trigger " + name
                                + " is a prompt, and nobody is at a terminal to follow it; give it a webhook or a command in the SUT file"));
        Optional<String> wanted = TriggerKind.named(name)
                .filter(kind -> name.equals("invite"))
                .map(kind -> kind.facts().get(0));
        turn.lock();
        try {
            Answer answer = person.ask(name, instruction(words, name, params), wanted, timeout);
            return switch (answer.kind()) {
                case DONE -> facts(wanted, answer.text().strip());
                case SKIPPED -> throw new TriggerUnavailable("trigger " + name + ": the operator skipped it");
                case TOO_LATE ->
                    throw new TriggerUnavailable(
                            "trigger " + name + ": nobody said within " + timeout.toSeconds() + " s that it was done");
            };
        } finally {
            turn.unlock();
        }
    }

    private static String instruction(String words, String name, Map<String, ?> params) {
        String shipped =
                TriggerKind.named(name).map(kind -> kind.instruction(params)).orElseGet(() -> name + " " + params);
        return words.equals("true") ? shipped : words + " (" + shipped + ")";
    }

    private static JsonNode facts(Optional<String> wanted, String text) {
        return wanted.isPresent() && !text.isEmpty()
                ? JsonNodeFactory.instance.objectNode().put(wanted.get(), text)
                : Facts.none();
    }
}
