package dev.roamlab.conformance.subject;

import dev.roamlab.conformance.catalogue.Spelled;
import java.util.Locale;
import java.util.Set;

/** The market role of the system under test. */
public enum SutRole implements Spelled {
    CPO(Set.of("locations", "tariffs", "sessions", "cdrs")),
    EMSP(Set.of("tokens", "commands"));

    private final Set<String> owned;

    SutRole(Set<String> owned) {
        this.owned = owned;
    }

    /** The role of the counterpart that the tester plays. */
    public SutRole counterpart() {
        return this == CPO ? EMSP : CPO;
    }

    /** Whether this role is the Sender of a functional module; the other role is its Receiver. */
    public boolean owns(String module) {
        return owned.contains(module);
    }

    /** As on the command line: {@code cpo}. */
    @Override
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
