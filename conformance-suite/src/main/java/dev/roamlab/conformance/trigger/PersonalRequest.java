package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.trigger.Operator.Answer;
import dev.roamlab.conformance.trigger.Operator.Answer.Kind;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Pulls a trigger by asking a person. People do one thing at a time, in the order in which they are asked. */
final class PersonalRequest {
    /** Who lets so many prompts in a row run out is not there. */
    private static final int AWAY_AFTER = 2;

    private final Optional<Operator> operator;
    /** Both guarded by the turn. */
    private final Set<String> refused = new HashSet<>();

    private int unanswered;
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
            requireWilling(name);
            Answer answer = person.ask(name, instruction(words, name, params), wanted, timeout);
            unanswered = answer.kind() == Kind.TOO_LATE ? unanswered + 1 : 0;
            return switch (answer.kind()) {
                case DONE -> facts(wanted, answer.text().strip());
                case NEVER -> {
                    refused.add(name);
                    throw new TriggerUnavailable("trigger " + name + ": the operator skipped it for the whole run");
                }
                case SKIPPED -> throw new TriggerUnavailable("trigger " + name + ": the operator skipped it");
                case TOO_LATE ->
                    throw new TriggerUnavailable(
                            "trigger " + name + ": nobody said within " + timeout.toSeconds() + " s that it was done");
            };
        } finally {
            turn.unlock();
        }
    }

    private void requireWilling(String name) {
        if (refused.contains(name)) {
            throw new TriggerUnavailable("trigger " + name + ": the operator skipped it for the whole run");
        }
        if (unanswered >= AWAY_AFTER) {
            throw new TriggerUnavailable("trigger " + name + ": nobody answered the last " + unanswered + " prompts");
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
