package dev.roamlab.cli.conformance;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.engine.RunListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Where the time of a run goes: {@code -Dconformance.times=true} prints it. */
final class SlowestChecks implements RunListener {
    private static final int SHOWN = 40;

    private final long start = System.nanoTime();
    private final Map<String, Double> begun = new ConcurrentHashMap<>();
    private final Map<String, Stage> stages = new ConcurrentHashMap<>();
    private final List<Took> took = new ArrayList<>();

    private record Took(Stage stage, String check, double began, double seconds) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%n  %6.2f s from %6.2f  %-11s %s", seconds, began, stage, check);
        }
    }

    @Override
    public void checkStarted(SpecVersion version, CatalogueModule module, Stage stage, String check) {
        begun.put(version + check, now());
        stages.put(version + check, stage);
    }

    @Override
    public void checkFinished(SpecVersion version, CatalogueModule module, String check) {
        String key = version + check;
        synchronized (took) {
            double began = Objects.requireNonNull(begun.get(key));
            took.add(new Took(
                    Objects.requireNonNull(stages.get(key)), version.spelling() + " " + check, began, now() - began));
        }
    }

    /** The sums of the stages that run one after the other, and the slowest checks. */
    String text() {
        synchronized (took) {
            StringBuilder text = new StringBuilder();
            for (Stage stage : Stage.values()) {
                double sum = took.stream()
                        .filter(one -> one.stage() == stage)
                        .mapToDouble(Took::seconds)
                        .sum();
                text.append(String.format(Locale.ROOT, "%n  %6.2f s in all %s", sum, stage));
            }
            took.stream()
                    .sorted(Comparator.comparing(Took::seconds).reversed())
                    .limit(SHOWN)
                    .forEach(text::append);
            return text.toString();
        }
    }

    private double now() {
        return (System.nanoTime() - start) / 1e9;
    }
}
