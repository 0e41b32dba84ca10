package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.reports.RequirementResult;

/** Tells two listeners, one event at a time. */
record Listeners(RunListener first, RunListener second) implements RunListener {
    @Override
    public synchronized void planned(Plan plan) {
        first.planned(plan);
        second.planned(plan);
    }

    @Override
    public synchronized void versionStarted(SpecVersion version) {
        first.versionStarted(version);
        second.versionStarted(version);
    }

    @Override
    public synchronized void checkStarted(SpecVersion version, CatalogueModule module, Stage stage, String check) {
        first.checkStarted(version, module, stage, check);
        second.checkStarted(version, module, stage, check);
    }

    @Override
    public synchronized void checkFinished(SpecVersion version, CatalogueModule module, String check) {
        first.checkFinished(version, module, check);
        second.checkFinished(version, module, check);
    }

    @Override
    public synchronized void decided(RequirementResult result) {
        first.decided(result);
        second.decided(result);
    }
}
