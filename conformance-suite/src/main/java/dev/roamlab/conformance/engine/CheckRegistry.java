package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.AllChecks;
import dev.roamlab.conformance.checks.objects.ObjectsCheck;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.subject.SutRole;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All checks, in the order of the specification: a check stands where the first requirement that it proves stands. */
final class CheckRegistry {
    private CheckRegistry() {}

    /**
     * The checks.
     *
     * @throws IllegalArgumentException when a check proves what the catalogue does not know: a mistake of ours
     */
    static List<CheckMethod> load(Catalogue catalogue) {
        return catalogue == Catalogue.load() ? Shipped.CHECKS : read(catalogue);
    }

    /** Put together when they are first needed, and once. */
    private static final class Shipped {
        private static final List<CheckMethod> CHECKS = read(Catalogue.load());
    }

    private static List<CheckMethod> read(Catalogue catalogue) {
        List<String> order = catalogue.all().stream().map(Requirement::id).toList();
        List<CheckMethod> checks = Stream.concat(
                        AllChecks.classes().stream().flatMap(type -> CheckMethod.of(type).stream()),
                        Arrays.stream(CatalogueModule.values()).flatMap(module -> schema(module, catalogue)))
                .toList();
        for (CheckMethod check : checks) {
            for (String id : check.proves()) {
                if (catalogue.find(id).isEmpty()) {
                    throw new IllegalArgumentException(check.name() + " proves " + id + ", which the catalogue lacks");
                }
            }
        }
        return checks.stream()
                .sorted(Comparator.comparingInt(check ->
                        check.proves().stream().mapToInt(order::indexOf).min().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** The check of a chapter's objects: what it proves is written in the schemas. */
    private static Stream<CheckMethod> schema(CatalogueModule module, Catalogue catalogue) {
        Set<String> ids = Arrays.stream(SpecVersion.values())
                .flatMap(version -> ObjectSchemas.of(version).requirementIds().stream())
                .filter(id ->
                        catalogue.find(id).filter(one -> one.module() == module).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        return ids.isEmpty()
                ? Stream.empty()
                : Stream.of(new CheckMethod(
                        module,
                        module.spelling() + ".ObjectsCheck.objects_keep_to_their_schema",
                        ids,
                        Stage.FINAL,
                        List.of(SutRole.values()),
                        ObjectsCheck::judge));
    }
}
