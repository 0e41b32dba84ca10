package dev.roamlab.scenarios.narration;

import dev.roamlab.reports.Expectation;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.StepResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.ScenarioEvent;
import dev.roamlab.scenarios.engine.ScenarioEvent.Exchanged;
import dev.roamlab.scenarios.engine.ScenarioEvent.ExpectationMet;
import dev.roamlab.scenarios.engine.ScenarioEvent.ExpectationMissed;
import dev.roamlab.scenarios.engine.ScenarioEvent.Explained;
import dev.roamlab.scenarios.engine.ScenarioEvent.ScenarioEnded;
import dev.roamlab.scenarios.engine.ScenarioEvent.ScenarioStarted;
import dev.roamlab.scenarios.engine.ScenarioEvent.StepEnded;
import dev.roamlab.scenarios.engine.ScenarioEvent.StepStarted;
import dev.roamlab.scenarios.engine.ScenarioEvent.StepUnneeded;
import dev.roamlab.scenarios.engine.ScenarioEvent.Told;
import dev.roamlab.scenarios.engine.ScenarioEvent.Waiting;
import dev.roamlab.scenarios.stage.Places;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns the events of scenarios into text for people. Prints nothing itself, and shows lab times only, so that the same
 * events always give the same lines. It remembers what it has explained: one narrator tells one story from its beginning.
 */
public final class Narrator {
    private static final String MARGIN = "   ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Style style;
    private final ExchangeTeller teller;
    private final Glossary glossary = new Glossary();
    private boolean inSetup;
    private boolean setupTold;
    private boolean gapDue;
    private boolean missed;
    private Optional<StepStarted> current = Optional.empty();

    /** A narrator who has told nothing yet. */
    public Narrator(Style style, Places places) {
        this.style = style;
        this.teller = new ExchangeTeller(style, places, new TokenLetters());
    }

    /** The lines that tell of an event; often none. */
    public List<String> tell(ScenarioEvent event) {
        if (event instanceof ScenarioStarted started) {
            return title(started);
        }
        if (event instanceof StepStarted started) {
            return step(started);
        }
        if (event instanceof Exchanged exchanged) {
            return exchange(exchanged);
        }
        if (event instanceof StepEnded ended) {
            return end(ended);
        }
        if (event instanceof ScenarioEnded ended) {
            return verdict(ended.result());
        }
        return inSetup ? List.of() : remark(event);
    }

    private List<String> remark(ScenarioEvent event) {
        if (event instanceof Waiting waiting) {
            return waiting(waiting);
        }
        if (event instanceof Told told) {
            return afterTheRest(told(told));
        }
        if (event instanceof ExpectationMet met) {
            return afterTheRest(expectation(met.expectation()));
        }
        if (event instanceof ExpectationMissed missed) {
            return afterTheRest(expectation(missed.expectation()));
        }
        if (event instanceof Explained explained) {
            return explanation(explained);
        }
        if (event instanceof StepUnneeded) {
            return List.of();
        }
        throw new IllegalArgumentException("not a kind of event that can be told: " + event);
    }

    /** What comes of a step is told when everything that led to it has been. */
    private List<String> afterTheRest(List<String> lines) {
        List<String> all = new ArrayList<>(teller.rest());
        all.addAll(gap());
        all.addAll(lines);
        return all;
    }

    private List<String> title(ScenarioStarted started) {
        List<String> lines = new ArrayList<>();
        String right = "OCPI " + started.version();
        int gap = Math.max(2, style.width() - started.title().length() - right.length());
        lines.add("");
        lines.add(Ink.TITLE.on("━".repeat(style.width()), style));
        lines.add(Ink.TITLE.on(started.title() + " ".repeat(gap) + right, style));
        lines.add(Ink.TITLE.on("━".repeat(style.width()), style));
        lines.addAll(Lines.wrap(glossary.explain(started.story()), style.width(), ""));
        if (!started.goals().isEmpty()) {
            lines.add("");
            lines.add("Afterwards you know");
            started.goals().forEach(goal -> lines.addAll(Lines.wrap(glossary.explain(goal), style.width(), "  · ")));
        }
        return lines;
    }

    private List<String> step(StepStarted started) {
        current = Optional.of(started);
        boolean first = started.setup() && !setupTold;
        setupTold = started.setup();
        inSetup = started.setup();
        List<String> lines = new ArrayList<>();
        if (started.setup()) {
            if (first) {
                lines.add("");
                lines.add(Ink.FAINT.on("Before the story begins", style));
            }
            paint(Ink.FAINT, Lines.wrap(started.sentence(), style.width(), "  · "), lines);
            return lines;
        }
        lines.add("");
        gapDue = started.why().isPresent();
        missed = false;
        String lead = String.format(Locale.ROOT, "%2d ", started.number());
        paint(Ink.STRONG, Lines.wrap(glossary.explain(started.sentence()), style.width(), lead), lines);
        started.why().ifPresent(why -> lines.addAll(Lines.wrap(glossary.explain(why), style.width(), MARGIN)));
        return lines;
    }

    private List<String> exchange(Exchanged exchanged) {
        if (inSetup) {
            teller.watch(exchanged.exchange());
            return List.of();
        }
        List<String> told = teller.tell(exchanged.exchange());
        if (told.isEmpty()) {
            return told;
        }
        List<String> lines = gap();
        lines.addAll(told);
        return lines;
    }

    /** An empty line between the words that lead to a step and what happens in it. */
    private List<String> gap() {
        List<String> lines = new ArrayList<>();
        if (gapDue) {
            lines.add("");
        }
        gapDue = false;
        return lines;
    }

    private List<String> waiting(Waiting waiting) {
        String text = "waiting for " + waiting.forWhom() + ", until " + time(waiting.until()) + " at the latest: "
                + waiting.forWhat();
        List<String> lines = gap();
        paint(Ink.FAINT, Lines.wrap(text, style.width(), MARGIN + "… "), lines);
        return lines;
    }

    private List<String> told(Told told) {
        List<String> lines = new ArrayList<>();
        told.lines().forEach(line -> lines.addAll(Lines.wrap(line, style.width(), MARGIN + "  ")));
        return lines;
    }

    private List<String> expectation(Expectation expectation) {
        List<String> lines = new ArrayList<>();
        if (expectation.met()) {
            paint(Ink.GOOD, Lines.wrap(expectation.sentence(), style.width(), MARGIN + "✓ "), lines);
            return lines;
        }
        missed = true;
        paint(Ink.BAD, Lines.wrap(expectation.sentence(), style.width(), MARGIN + "✗ "), lines);
        lines.addAll(Lines.wrap(expectation.expected(), style.width(), MARGIN + "    expected  "));
        lines.addAll(Lines.wrap(expectation.actual(), style.width(), MARGIN + "    found     "));
        return lines;
    }

    private List<String> explanation(Explained explained) {
        ScenarioEvent.Question question = explained.question();
        String right = question.choices().get(question.answer());
        boolean hit = explained.given().orElse(-1) == question.answer();
        String verdict = explained.given().isEmpty() ? "Answer: " : hit ? "You were right: " : "Not quite: ";
        List<String> lines = new ArrayList<>();
        String text = question.question() + " " + verdict + right + ". " + glossary.explain(question.because());
        paint(hit ? Ink.GOOD : Ink.STRONG, Lines.wrap(text, style.width(), MARGIN + "? "), lines);
        return lines;
    }

    private List<String> end(StepEnded ended) {
        List<String> lines = new ArrayList<>(inSetup ? List.of() : teller.rest());
        boolean passed = ended.verdict() == Verdict.PASSED;
        // A missed expectation has been told already, with expected and found.
        if (!passed && ended.verdict() != Verdict.SKIPPED && !missed) {
            String text = ended.verdict().words()
                    + ended.message().map(why -> ": " + why).orElse("");
            paint(Ink.BAD, Lines.wrap(text, style.width(), MARGIN + "✗ "), lines);
        }
        if (!inSetup && ended.verdict() != Verdict.SKIPPED) {
            current.ifPresent(step -> lines.addAll(lessons(step)));
        }
        inSetup = false;
        current = Optional.empty();
        return lines;
    }

    private List<String> lessons(StepStarted step) {
        List<String> lines = new ArrayList<>();
        step.pitfall()
                .ifPresent(pitfall -> paint(
                        Ink.CAUTION,
                        Lines.wrap("In practice: " + glossary.explain(pitfall), style.width(), MARGIN + "! "),
                        lines));
        step.spec()
                .ifPresent(spec -> paint(Ink.FAINT, Lines.wrap("OCPI " + spec, style.width(), MARGIN + "§ "), lines));
        return lines;
    }

    private List<String> verdict(ScenarioResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        long passed = result.steps().stream()
                .filter(step -> step.number() > 0 && step.verdict() == Verdict.PASSED)
                .count();
        long steps = result.steps().stream().filter(step -> step.number() > 0).count();
        String words = result.title() + ": " + result.verdict().words() + ", " + passed + " of " + steps + " steps";
        paint(
                result.verdict() == Verdict.PASSED ? Ink.GOOD : Ink.BAD,
                Lines.wrap(words, style.width(), result.verdict() == Verdict.PASSED ? "✓ " : "✗ "),
                lines);
        result.message().ifPresent(why -> lines.addAll(Lines.wrap(why, style.width(), "  ")));
        result.steps().stream()
                .filter(step -> step.verdict() == Verdict.SKIPPED)
                .map(Narrator::skipped)
                .forEach(text -> paint(Ink.FAINT, Lines.wrap(text, style.width(), "  "), lines));
        return lines;
    }

    private static String skipped(StepResult step) {
        return "step " + step.number() + " skipped " + step.message().orElse("");
    }

    private void paint(Ink ink, List<String> from, List<String> to) {
        from.forEach(line -> to.add(ink.on(line, style)));
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(style.zone()));
    }
}
