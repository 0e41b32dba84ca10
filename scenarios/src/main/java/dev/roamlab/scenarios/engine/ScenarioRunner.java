package dev.roamlab.scenarios.engine;

import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.StepResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.ScenarioEvent.Question;
import dev.roamlab.scenarios.engine.ScenarioEvent.StepStarted;
import dev.roamlab.scenarios.file.Prediction;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Step;
import dev.roamlab.scenarios.file.Text;
import dev.roamlab.scenarios.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plays a scenario on a stage, step by step, on the calling thread. A step that does not pass ends the story: what follows is
 * skipped, and says because of which step.
 */
public final class ScenarioRunner {
    private static final String SETUP = "What the story takes for granted is brought about";

    private final Scenario scenario;
    private final Stage stage;
    private final Options options;
    private final Wiretap wiretap;
    private final List<StepResult> results = new ArrayList<>();
    private Optional<String> stoppedBy = Optional.empty();

    private ScenarioRunner(Scenario scenario, Stage stage, Options options, Wiretap wiretap) {
        this.scenario = scenario.in(stage.version(), stage.world());
        this.stage = stage;
        this.options = options;
        this.wiretap = wiretap;
    }

    /** Plays a scenario; blocks until it has ended. Never throws for what goes wrong on the stage: that is a verdict. */
    public static Played run(Scenario scenario, Stage stage, Options options) {
        try (Wiretap wiretap = new Wiretap(stage.exchanges())) {
            ScenarioResult result = new ScenarioRunner(scenario, stage, options, wiretap).play();
            return new Played(result, wiretap.all());
        }
    }

    private ScenarioResult play() {
        long begun = System.nanoTime();
        List<Step> steps = scenario.steps();
        start(steps.size());
        if (scenario.versions().contains(stage.version())) {
            setup();
            for (int i = 0; i < steps.size(); i++) {
                step(i + 1, steps.size(), steps.get(i));
            }
        }
        return end(Duration.ofNanos(System.nanoTime() - begun));
    }

    private void start(int steps) {
        tell(ScenarioEventScenarioStartedBuilder.builder()
                .scenario(scenario.name())
                .title(words(scenario.title()))
                .story(words(scenario.story()))
                .version(stage.version().value())
                .seed(scenario.seed())
                .goals(scenario.goals().stream().map(this::words).toList())
                .steps(steps)
                .labTime(stage.clock().instant())
                .build());
    }

    private ScenarioResult end(Duration took) {
        boolean played = scenario.versions().contains(stage.version());
        Verdict verdict = played
                ? Verdict.heaviest(results.stream().map(StepResult::verdict).toList())
                : Verdict.SKIPPED;
        Optional<String> message = played
                ? Optional.empty()
                : Optional.of("it cannot be played in OCPI " + stage.version().value());
        ScenarioResult result = new ScenarioResult(
                scenario.name(), words(scenario.title()), stage.version().value(), verdict, took, message, results);
        tell(new ScenarioEvent.ScenarioEnded(result, stage.clock().instant()));
        return result;
    }

    /** The setup counts as one step in the results, number 0, when there was anything to do. */
    private void setup() {
        List<StepResult> played = new ArrayList<>();
        int number = 0;
        for (Step step : scenario.setup()) {
            number++;
            if (stoppedBy.isPresent()) {
                continue;
            }
            if (unneeded(step)) {
                tell(new ScenarioEvent.StepUnneeded(words(step.sentence())));
                continue;
            }
            tell(announcement(true, number, scenario.setup().size(), step));
            StepResult result = new StepPlayer(stage, wiretap, this::tell).play(0, step);
            ended(true, number, result);
            played.add(result);
        }
        if (!played.isEmpty()) {
            results.add(together(played));
        }
    }

    private boolean unneeded(Step step) {
        return step.unless()
                .map(claim -> new Assessor(stage).assess(claim).met())
                .orElse(false);
    }

    private static StepResult together(List<StepResult> played) {
        return new StepResult(
                0,
                SETUP,
                Verdict.heaviest(played.stream().map(StepResult::verdict).toList()),
                played.stream().map(StepResult::took).reduce(Duration.ZERO, Duration::plus),
                played.stream().flatMap(step -> step.message().stream()).findFirst(),
                played.stream().flatMap(step -> step.expectations().stream()).toList(),
                played.stream().flatMap(step -> step.exchanges().stream()).toList());
    }

    private void step(int number, int of, Step step) {
        if (stoppedBy.isPresent()) {
            skip(number, step);
            return;
        }
        if (unneeded(step)) {
            tell(new ScenarioEvent.StepUnneeded(words(step.sentence())));
            return;
        }
        StepStarted announcement = announcement(false, number, of, step);
        tell(announcement);
        List<Question> questions =
                step.predictions().stream().map(this::question).toList();
        List<OptionalInt> answers = options.guide()
                .map(guide -> questions.stream().map(guide::ask).toList())
                .orElse(List.of());
        options.guide().ifPresent(guide -> guide.pause(announcement));
        StepResult result = new StepPlayer(stage, wiretap, this::tell).play(number, step);
        for (int i = 0; i < answers.size(); i++) {
            tell(new ScenarioEvent.Explained(questions.get(i), answers.get(i)));
        }
        ended(false, number, result);
        results.add(result);
    }

    private void skip(int number, Step step) {
        StepResult skipped = new StepResult(
                number, words(step.sentence()), Verdict.SKIPPED, Duration.ZERO, stoppedBy, List.of(), List.of());
        results.add(skipped);
        ended(false, number, skipped);
    }

    private void ended(boolean setup, int number, StepResult result) {
        if (stoppedBy.isEmpty() && result.verdict() != Verdict.PASSED) {
            stoppedBy = Optional.of("because " + (setup ? "the setup" : "step " + number) + " "
                    + result.verdict().words());
        }
        tell(new ScenarioEvent.StepEnded(
                setup, number, result.verdict(), result.message(), stage.clock().instant()));
    }

    private StepStarted announcement(boolean setup, int number, int of, Step step) {
        return ScenarioEventStepStartedBuilder.builder()
                .setup(setup)
                .number(number)
                .of(of)
                .labTime(stage.clock().instant())
                .verb(step.verb())
                .sentence(words(step.sentence()))
                .why(step.why().map(this::words))
                .spec(step.spec().map(this::words))
                .pitfall(step.pitfall().map(this::words))
                .build();
    }

    private Question question(Prediction prediction) {
        return new Question(
                words(prediction.question()),
                prediction.choices().stream().map(this::words).toList(),
                prediction.answer(),
                words(prediction.because()));
    }

    private String words(Text text) {
        return text.in(stage.version(), stage.world());
    }

    private void tell(ScenarioEvent event) {
        options.listeners().forEach(listener -> listener.accept(event));
    }
}
