package dev.roamlab.scenarios.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.LabStuckException;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.reports.Expectation;
import dev.roamlab.reports.StepResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.file.Claim;
import dev.roamlab.scenarios.file.Step;
import dev.roamlab.scenarios.file.Text;
import dev.roamlab.scenarios.file.Wait;
import dev.roamlab.scenarios.stage.ExpectationFailed;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.vocabulary.Arguments;
import dev.roamlab.scenarios.vocabulary.Verb;
import dev.roamlab.scenarios.vocabulary.Vocabulary;
import dev.roamlab.scenarios.world.Durations;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Plays one step: does, waits, checks. */
final class StepPlayer {
    /** What follows from a step (a push to a partner, say) comes a moment later and still belongs to it. */
    private static final Duration AFTERMATH = Duration.ofMillis(500);

    /** What comes within this time was not waited for, as a reader sees it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final Wiretap wiretap;
    private final Consumer<ScenarioEvent> tell;
    private final Assessor assessor;
    private final List<Long> exchanges = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();

    StepPlayer(Stage stage, Wiretap wiretap, Consumer<ScenarioEvent> tell) {
        this.stage = stage;
        this.wiretap = wiretap;
        this.tell = tell;
        this.assessor = new Assessor(stage);
    }

    StepResult play(int number, Step step) {
        long begun = System.nanoTime();
        Outcome outcome;
        try {
            perform(step);
            await(step);
            pass(() -> false, AFTERMATH);
            outcome = check(step.claims());
        } catch (ExpectationFailed | PartnerException | OcpiException wrong) {
            outcome = new Outcome(Verdict.FAILED, Optional.of(message(wrong)));
        } catch (ScenarioBroken | LabStuckException broken) {
            outcome = new Outcome(Verdict.BROKEN, Optional.of(message(broken)));
        } catch (RuntimeException broken) {
            outcome = new Outcome(
                    Verdict.BROKEN, Optional.of(broken.getClass().getSimpleName() + ": " + message(broken)));
        }
        drain();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new StepResult(
                number, words(step.sentence()), outcome.verdict(), took, outcome.message(), expectations, exchanges);
    }

    private void perform(Step step) {
        Verb verb = Vocabulary.verb(step.verb())
                .orElseThrow(() -> new ScenarioBroken("there is no verb '" + step.verb() + "'"));
        Arguments with = new Arguments(filled(step.arguments()));
        Future<Telling> done = verb.perform(with, stage);
        Duration patience = verb.patience(with);
        if (!pass(done::isComplete, patience)) {
            throw new ExpectationFailed(verb.name() + " was not done within " + Durations.format(patience));
        }
        if (done.failed()) {
            refused(step, done.cause());
        } else if (step.refusal().isPresent()) {
            throw new ExpectationFailed(
                    "should have been refused (" + words(step.refusal().get()) + "), but was done");
        } else if (!done.result().lines().isEmpty()) {
            tell.accept(new ScenarioEvent.Told(done.result().lines()));
        }
    }

    private void refused(Step step, Throwable cause) {
        Optional<String> expected = step.refusal().map(this::words);
        boolean byTheSystem = cause instanceof ExpectationFailed
                || cause instanceof PartnerException
                || cause instanceof OcpiException;
        if (byTheSystem && expected.isPresent()) {
            boolean fits = lower(message(cause)).contains(lower(expected.get()));
            Expectation refusal =
                    new Expectation("It is refused.", fits, "a refusal with: " + expected.get(), message(cause));
            settle(refusal);
            return;
        }
        throw cause instanceof RuntimeException known
                ? known
                : new ScenarioBroken(cause.getClass().getSimpleName() + ": " + message(cause));
    }

    private void await(Step step) {
        if (step.until().isEmpty()) {
            // Nothing to wait for is said: then the expectations themselves are what the step waits for.
            pass(() -> assessor.holds(step.claims()), step.claims().isEmpty() ? Duration.ZERO : PATIENCE);
            return;
        }
        Wait wait = step.until().get();
        Claim first = wait.claims().get(0);
        Instant until = stage.clock().instant().plus(wait.within());
        if (!pass(() -> assessor.holds(wait.claims()), AT_ONCE)) {
            tell.accept(new ScenarioEvent.Waiting(name(first.look().at()), words(first.sentence()), until));
            pass(
                    () -> assessor.holds(wait.claims()),
                    Duration.between(stage.clock().instant(), until));
        }
        List<Expectation> seen = wait.claims().stream().map(assessor::assess).toList();
        Optional<Expectation> missed =
                seen.stream().filter(expectation -> !expectation.met()).findFirst();
        missed.ifPresent(expectation -> {
            settle(expectation);
            throw new ExpectationFailed(
                    "waited " + Durations.format(wait.within()) + " in vain: " + describe(expectation));
        });
    }

    private String name(Who who) {
        return switch (who) {
            case EMSP -> stage.world().emsp().name();
            case CPO -> stage.world().cpo().name();
            case CHARGER -> "the charger";
        };
    }

    private Outcome check(List<Claim> claims) {
        claims.forEach(claim -> settle(assessor.assess(claim)));
        return expectations.stream()
                .filter(expectation -> !expectation.met())
                .findFirst()
                .map(missed -> new Outcome(Verdict.FAILED, Optional.of(describe(missed))))
                .orElse(new Outcome(Verdict.PASSED, Optional.empty()));
    }

    private void settle(Expectation expectation) {
        drain();
        expectations.add(expectation);
        tell.accept(
                expectation.met()
                        ? new ScenarioEvent.ExpectationMet(expectation)
                        : new ScenarioEvent.ExpectationMissed(expectation));
    }

    private static String describe(Expectation expectation) {
        return expectation.sentence() + ": expected " + expectation.expected() + ", got " + expectation.actual();
    }

    /** Lets lab time pass and tells of what crosses the wires meanwhile. */
    private boolean pass(BooleanSupplier condition, Duration limit) {
        return stage.clock()
                .await(
                        () -> {
                            drain();
                            return condition.getAsBoolean();
                        },
                        limit);
    }

    private void drain() {
        for (Exchange exchange : wiretap.look()) {
            exchanges.add(exchange.id());
            tell.accept(new ScenarioEvent.Exchanged(exchange));
        }
    }

    private ObjectNode filled(ObjectNode arguments) {
        ObjectNode filled = arguments.deepCopy();
        arguments.properties().forEach(entry -> filled.set(entry.getKey(), filled(entry.getValue())));
        return filled;
    }

    private JsonNode filled(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return filled(object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode list = array.arrayNode();
            array.forEach(element -> list.add(filled(element)));
            return list;
        }
        return value.isTextual() ? TextNode.valueOf(words(Text.of(value.textValue()))) : value;
    }

    private String words(Text text) {
        return text.in(stage.version(), stage.world());
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record Outcome(Verdict verdict, Optional<String> message) {}
}
