package dev.roamlab.scenarios.stage;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be seen of a system's state. OCPI objects have the fields of OCPI 2.3.0, whatever version crossed the wire; the
 * fields of the others stand in the authors' guide.
 */
public enum ObjectKind {
    /** A relation with another platform. */
    PARTNER(Who.EMSP, Who.CPO),
    LOCATION(Who.EMSP, Who.CPO),
    /** An EVSE, with its location's id added. */
    EVSE(Who.EMSP, Who.CPO),
    TARIFF(Who.EMSP, Who.CPO),
    TOKEN(Who.EMSP, Who.CPO),
    /** The answer to the question whether somebody may charge. */
    AUTHORIZATION(Who.EMSP, Who.CPO),
    SESSION(Who.EMSP, Who.CPO),
    CDR(Who.EMSP, Who.CPO),
    /** The eMSP's own calculation of a CDR, and how it compares. */
    BILL(Who.EMSP),
    /** A command with its two answers. */
    COMMAND(Who.EMSP),
    /** A charging station: as its central system sees it, or as it is. */
    STATION(Who.CPO, Who.CHARGER),
    /** One connector of a station. */
    CONNECTOR(Who.CPO, Who.CHARGER);

    private final Set<Who> seenAt;

    ObjectKind(Who first, Who... more) {
        this.seenAt = EnumSet.of(first, more);
    }

    /** Where it can be looked at. */
    public Set<Who> seenAt() {
        return EnumSet.copyOf(seenAt);
    }

    /** The word in scenario files: {@code cdr}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
