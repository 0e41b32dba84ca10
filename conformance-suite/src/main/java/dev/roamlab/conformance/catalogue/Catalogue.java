package dev.roamlab.conformance.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All requirements, in the order of the specification; narrowed by its queries, each of which is a catalogue again. */
public final class Catalogue {
    private final Map<String, Requirement> byId;

    private Catalogue(List<Requirement> requirements) {
        Map<String, Requirement> ordered = new LinkedHashMap<>();
        requirements.forEach(requirement -> ordered.put(requirement.id(), requirement));
        this.byId = Collections.unmodifiableMap(ordered);
    }

    /**
     * The catalogue that ships with this module.
     *
     * @throws CatalogueException when a file does not follow the format
     */
    public static Catalogue load() {
        return Shipped.CATALOGUE;
    }

    /** Read when it is first needed, and once: a self-test asks for it thousands of times. */
    private static final class Shipped {
        private static final Catalogue CATALOGUE = new Catalogue(CatalogueLoader.fromClassPath());
    }

    /** Every requirement, in the order of the specification. */
    public List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    /** The number of requirements. */
    public int size() {
        return byId.size();
    }

    /** The requirement with exactly this id, such as {@code TAR-014}. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The requirements of one module. */
    public Catalogue in(CatalogueModule module) {
        return where(requirement -> requirement.module() == module);
    }

    /** The requirements that stand in one version. */
    public Catalogue of(SpecVersion version) {
        return where(requirement -> requirement.versions().contains(version));
    }

    /** The requirements of one level. */
    public Catalogue of(Level level) {
        return where(requirement -> requirement.level() == level);
    }

    /** The requirements that can be observed in this way. */
    public Catalogue of(Testable testable) {
        return where(requirement -> requirement.testable() == testable);
    }

    /** The requirements whose id starts with this prefix, as {@code --only} takes it. */
    public Catalogue startingWith(String prefix) {
        return where(requirement -> requirement.id().startsWith(prefix));
    }

    /** The requirements for which the condition holds. */
    public Catalogue where(Predicate<Requirement> condition) {
        return new Catalogue(byId.values().stream().filter(condition).toList());
    }
}
