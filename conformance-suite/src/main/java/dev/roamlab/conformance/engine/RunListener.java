package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.reports.RequirementResult;

/** Watches a run. Its methods are called one at a time, but on different threads. */
public interface RunListener {
    /** Watches nothing. */
    RunListener NONE = new RunListener() {};

    /** The system's versions and endpoints are known. */
    default void planned(Plan plan) {}

    /** The tester is registered with the system in this version; checks follow. */
    default void versionStarted(SpecVersion version) {}

    /** A check begins. */
    default void checkStarted(SpecVersion version, CatalogueModule module, Stage stage, String check) {}

    /** A check has ended. */
    default void checkFinished(SpecVersion version, CatalogueModule module, String check) {}

    /** A requirement's verdict is final; they come in the order of the specification, at the end of a version. */
    default void decided(RequirementResult result) {}
}
