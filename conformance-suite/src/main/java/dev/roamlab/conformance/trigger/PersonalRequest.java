package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.trigger.Operator.Answer;
import dev.roamlab.conformance.trigger.Operator.Answer.Kind;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import java.time.Duration;
import java.util.HashMap;
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
    /** These three are guarded by the turn. */
    private final Set<String> refused = new HashSet<>();

    private final Map<String, Answer> attested = new HashMap<>();
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
            Answer answer = asks(name)
                    ? attested(person, words, params, timeout)
                    : person.ask(name, instruction(words, name, params), wanted, timeout);
            unanswered = answer.kind() == Kind.TOO_LATE ? unanswered + 1 : 0;
            return facts(answer, wanted, name, timeout);
        } finally {
            turn.unlock();
        }
    }

    private JsonNode facts(Answer answer, Optional<String> wanted, String name, Duration timeout) {
        return switch (answer.kind()) {
            case DONE -> facts(wanted, answer.text().strip());
            case YES -> holds(true);
            case NO -> holds(false);
            case NEVER -> {
                refused.add(name);
                throw new TriggerUnavailable("trigger " + name + ": the operator skipped it for the whole run");
            }
            case SKIPPED ->
                throw new TriggerUnavailable(
                        "trigger " + name + (asks(name) ? ": the operator cannot say" : ": the operator skipped it"));
            case TOO_LATE ->
                throw new TriggerUnavailable("trigger " + name + ": nobody said within " + timeout.toSeconds()
                        + (asks(name) ? " s whether it is so" : " s that it was done"));
        };
    }

    /** What is so in one version is so in the next, too: nobody is asked the same question twice. */
    private Answer attested(Operator person, String words, Map<String, ?> params, Duration timeout) {
        String question = instruction(words, TriggerKind.ATTEST, params);
        Answer known = attested.get(question);
        if (known != null) {
            return known;
        }
        Answer answer = person.attest(String.valueOf((Object) params.get("requirement")), question, timeout);
        if (answer.kind() == Kind.YES || answer.kind() == Kind.NO || answer.kind() == Kind.SKIPPED) {
            attested.put(question, answer);
        }
        return answer;
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

    private static boolean asks(String name) {
        return name.equals(TriggerKind.ATTEST);
    }

    private static JsonNode holds(boolean so) {
        return JsonNodeFactory.instance.objectNode().put("holds", so);
    }

    private static JsonNode facts(Optional<String> wanted, String text) {
        return wanted.isPresent() && !text.isEmpty()
                ? JsonNodeFactory.instance.objectNode().put(wanted.get(), text)
                : Facts.none();
    }
}
