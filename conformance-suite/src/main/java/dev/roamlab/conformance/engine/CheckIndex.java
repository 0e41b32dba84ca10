package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import java.util.List;

/** Which check proves which requirement, for people who want to know. */
public final class CheckIndex {
    private final List<CheckMethod> checks;

    private CheckIndex(List<CheckMethod> checks) {
        this.checks = checks;
    }

    /** Of all checks that there are. */
    public static CheckIndex load(Catalogue catalogue) {
        return new CheckIndex(CheckRegistry.load(catalogue));
    }

    /**
     * A check.
     *
     * @param name as in reports
     * @param roles of the systems that it examines
     */
    public record Entry(String name, Stage stage, List<SutRole> roles) {}

    /** The checks that prove a requirement, in the order of the specification. */
    public List<Entry> of(String requirement) {
        return checks.stream()
                .filter(check -> check.proves().contains(requirement))
                .map(check -> new Entry(check.name(), check.stage(), check.roles()))
                .toList();
    }
}
