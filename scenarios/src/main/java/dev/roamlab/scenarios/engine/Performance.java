package dev.roamlab.scenarios.engine;

import dev.roamlab.lab.Exchange;
import dev.roamlab.reports.Input;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.RunBuilder;
import dev.roamlab.reports.RunKind;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.StepResult;
import dev.roamlab.reports.Subject;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.stage.Places;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Several scenarios, on one stage after the other, that make one run. Not thread-safe. */
public final class Performance {
    private final String title;
    private final long seed;
    private final Instant startedAt;
    private final Optional<String> suiteVersion;
    private final List<String> notes = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<ScenarioResult> results = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private long offset;
    private Optional<Stage> last = Optional.empty();

    /**
     * @param title what the run is called in reports
     * @param startedAt wall time
     * @param suiteVersion version of the program that plays; absent where it does not matter
     */
    public Performance(String title, long seed, Instant startedAt, Optional<String> suiteVersion) {
        this.title = title;
        this.seed = seed;
        this.startedAt = startedAt;
        this.suiteVersion = suiteVersion;
    }

    /** Adds a remark for the reader of the reports. */
    public void note(String note) {
        notes.add(note);
    }

    /** Adds what became of a file that the user gave. */
    public void input(Input input) {
        inputs.add(input);
    }

    /** Plays a scenario; blocks until it has ended. */
    public ScenarioResult play(Scenario scenario, Stage stage, Options options) {
        if (last.filter(before -> before == stage).isEmpty()) {
            // Every lab counts its exchanges from 1; in one run each number must mean one exchange.
            offset = exchanges.stream().mapToLong(Exchange::id).max().orElse(0);
            last = Optional.of(stage);
        }
        Played played = ScenarioRunner.run(scenario, stage, options);
        played.exchanges().forEach(exchange -> exchanges.add(renumbered(exchange, stage.places())));
        results.add(renumbered(played.result()));
        return played.result();
    }

    /** The run so far. */
    public Run run() {
        List<String> versions = List.copyOf(
                new TreeSet<>(results.stream().map(ScenarioResult::version).toList()));
        return RunBuilder.builder()
                .kind(RunKind.SCENARIO)
                .title(title)
                .subject(new Subject("lab", versions, Optional.empty()))
                .suiteVersion(suiteVersion)
                .startedAt(startedAt)
                .seed(seed)
                .notes(notes)
                .inputs(inputs)
                .results(List.copyOf(results))
                .exchanges(exchanges)
                .build();
    }

    private ScenarioResult renumbered(ScenarioResult result) {
        return new ScenarioResult(
                result.scenario(),
                result.title(),
                result.version(),
                result.verdict(),
                result.took(),
                result.message(),
                result.steps().stream().map(this::renumbered).toList());
    }

    private StepResult renumbered(StepResult step) {
        return new StepResult(
                step.number(),
                step.sentence(),
                step.verdict(),
                step.took(),
                step.message(),
                step.expectations(),
                step.exchanges().stream().map(id -> id + offset).toList());
    }

    private Exchange renumbered(Exchange exchange, Places places) {
        return new Exchange(
                exchange.id() + offset,
                exchange.protocol(),
                exchange.version(),
                exchange.operation(),
                lane(exchange.from(), places),
                lane(exchange.to(), places),
                exchange.correlationId(),
                exchange.labTime(),
                exchange.wallTime(),
                exchange.took(),
                exchange.request(),
                exchange.response(),
                exchange.failure(),
                exchange.notes());
    }

    /** The two platforms are called by their role, however the wire knew them at the moment; stations keep their names. */
    private static String lane(String label, Places places) {
        return places.actor(label)
                .filter(actor -> actor.who() != Who.CHARGER)
                .map(actor -> actor.who().spelling())
                .orElse(label);
    }
}
