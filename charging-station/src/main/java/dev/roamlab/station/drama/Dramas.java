package dev.roamlab.station.drama;

import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.InterceptRuleBuilder;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.intercept.Treatment;
import dev.roamlab.ocpp.link.FrameTap;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.fleet.Fleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The dramas of one fleet: begins them, ends them, says how they stand. Callable from any thread. */
public final class Dramas {
    private final Stage stage;
    private final List<Consumer<DramaNews>> listeners = new CopyOnWriteArrayList<>();
    private final List<DramaRun> running = new ArrayList<>();
    private int begun;

    /**
     * The taps that some dramas need: to be made before the fleet, and put into its link settings.
     *
     * @param interceptor the fleet's, which others may give rules, too
     */
    public record Wires(Interceptor interceptor, FrameTap tap, FrameTap skew) {
        /** Taps around an interceptor. */
        public static Wires of(Interceptor interceptor) {
            ClockSkew.Tap skew = new ClockSkew.Tap();
            return new Wires(interceptor, FrameTap.chain(skew, interceptor), skew);
        }
    }

    /**
     * Dramas for a fleet.
     *
     * @param wires whose tap is in the fleet's link settings
     * @param tokens what drivers of a rush hour carry; at least one
     * @param seed decides whom a drama strikes
     */
    public Dramas(Fleet fleet, LabClock clock, Wires wires, List<IdToken> tokens, long seed) {
        this.stage =
                new Stage(fleet, clock, wires.interceptor(), (ClockSkew.Tap) wires.skew(), List.copyOf(tokens), seed);
    }

    /**
     * Says whether settings are right, without beginning anything.
     *
     * @throws IllegalArgumentException naming the setting, its value and the rule
     */
    public static void check(DramaKind kind, Map<String, String> settings) {
        new DramaSettings(kind, settings).checkAll();
    }

    /**
     * Begins a drama.
     *
     * @param settings those that differ from {@link DramaKind#usual()}
     * @throws IllegalArgumentException naming the setting, its value and the rule
     */
    public DramaNews begin(DramaKind kind, Map<String, String> settings) {
        DramaSettings chosen = new DramaSettings(kind, settings);
        Duration lasts = chosen.time("lasts");
        DramaRun run;
        synchronized (this) {
            int number = begun + 1;
            run = new DramaRun(stage.clock(), number, kind, drama(kind, chosen, lasts, number), this::tell);
            begun = number;
            running.add(run);
        }
        run.begin(lasts);
        return run.news();
    }

    /** Ends a drama before its time: its cause goes away, and its victims recover. False when there is none of that number. */
    public boolean end(int number) {
        List<DramaRun> meant =
                runs().stream().filter(run -> run.number() == number).toList();
        meant.forEach(DramaRun::calm);
        return !meant.isEmpty();
    }

    /** Ends all of them. */
    public void endAll() {
        runs().forEach(DramaRun::calm);
    }

    /** Those that are not over. */
    public List<DramaNews> running() {
        return runs().stream().map(DramaRun::news).toList();
    }

    /**
     * Tells a listener when a drama begins, when its cause is gone and when it is over.
     *
     * @return ends that
     */
    public Runnable listen(Consumer<DramaNews> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized List<DramaRun> runs() {
        running.removeIf(DramaRun::isOver);
        return List.copyOf(running);
    }

    private void tell(DramaNews news) {
        listeners.forEach(listener -> listener.accept(news));
    }

    private Drama drama(DramaKind kind, DramaSettings settings, Duration lasts, int number) {
        return switch (kind) {
            case BLACKOUT -> Blackout.ofMains(stage.some(settings.percent("share"), number));
            case OUTAGE -> Blackout.ofNetwork(stage.some(settings.percent("share"), number));
            case RUSH_HOUR -> new RushHour(stage, stage.some(settings.percent("share"), number), lasts, number);
            case FIRMWARE_WAVE -> new FirmwareWave(stage.clock(), stage.some(settings.percent("share"), number), lasts);
            case CLOCK_SKEW ->
                new ClockSkew(stage.skew(), stage.some(settings.percent("share"), number), settings.time("by"));
            case FAULTS -> new Faults(stage, settings.percent("share"), settings.errorCode("code"), number);
            case SLOW_NETWORK ->
                poor(
                        kind,
                        number,
                        settings,
                        new Treatment.Delay(settings.delay("delay")[0], settings.delay("delay")[1]));
            case DUPLICATES -> poor(kind, number, settings, new Treatment.Duplicate(1));
            case LOSSES -> poor(kind, number, settings, new Treatment.Drop());
        };
    }

    private Drama poor(DramaKind kind, int number, DramaSettings settings, Treatment treatment) {
        InterceptRule rule = InterceptRuleBuilder.builder(
                        InterceptRule.everything("drama-" + number + "-" + kind, treatment))
                .percent(settings.percent("percent"))
                .build();
        return new PoorNetwork(stage.interceptor(), rule);
    }
}
