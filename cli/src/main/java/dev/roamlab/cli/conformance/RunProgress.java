package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.engine.Plan;
import dev.roamlab.conformance.engine.Plan.Part;
import dev.roamlab.conformance.engine.RunListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shows how far a run is: a line that moves on a terminal, a line per module in a pipe. */
final class RunProgress implements RunListener {
    private final Console out;
    private final LiveLine live;
    private final long start = System.nanoTime();
    private final Map<String, Integer> left = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private int planned;
    private int done;

    RunProgress(Console out, LiveLine live) {
        this.out = out;
        this.live = live;
    }

    @Override
    public void planned(Plan plan) {
        planned = plan.checks();
        for (Part part : plan.parts()) {
            left.put(key(part.version(), part.module()), part.checks());
        }
    }

    @Override
    public void versionStarted(SpecVersion version) {
        if (!live.isAlive()) {
            out.line("OCPI " + version.spelling() + ": registered, examining");
        }
    }

    @Override
    public void checkStarted(SpecVersion version, CatalogueModule module, Stage stage, String check) {
        if (stage == Stage.DRIVEN) {
            waiting.add(check);
        }
        show(version, module, check);
    }

    @Override
    public void checkFinished(SpecVersion version, CatalogueModule module, String check) {
        done++;
        planned = Math.max(planned, done);
        waiting.remove(check);
        String key = key(version, module);
        int rest = left.merge(key, -1, Integer::sum);
        if (!live.isAlive() && rest == 0) {
            out.line("  " + key + ": checked (" + done + " of " + planned + " checks, " + seconds() + " s)");
        }
        show(version, module, check);
    }

    private void show(SpecVersion version, CatalogueModule module, String check) {
        live.show(String.format(
                Locale.ROOT,
                " %d/%d  %ss  OCPI %s  %s%s",
                done,
                planned,
                seconds(),
                version.spelling(),
                check.replaceFirst("^[^.]*\\.", module.spelling() + ": ").replace('_', ' '),
                waiting.isEmpty() ? "" : "  (" + waiting.size() + " waiting for triggers)"));
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static String key(SpecVersion version, CatalogueModule module) {
        return version.spelling() + " " + module.spelling();
    }
}
