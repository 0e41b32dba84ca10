package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.InterfaceSide;
import dev.roamlab.conformance.catalogue.Obliged;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Published;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a requirement concerns a system at all, from its role and its version details. Only what is certain is ruled out here;
 * a check may still find that a rule does not apply.
 */
final class Applicability {
    private static final Set<CatalogueModule> FUNCTIONAL = Set.of(
            CatalogueModule.LOCATIONS,
            CatalogueModule.SESSIONS,
            CatalogueModule.CDRS,
            CatalogueModule.TARIFFS,
            CatalogueModule.TOKENS,
            CatalogueModule.COMMANDS);

    private final SutRole role;
    private final SpecVersion version;
    private final Published published;

    Applicability(SutRole role, SpecVersion version, Published published) {
        this.role = role;
        this.version = version;
        this.published = published;
    }

    /** Why the requirement does not concern the system; empty when it does, or may. */
    Optional<String> ruledOut(Requirement requirement) {
        Obliged obliged = requirement.obliged();
        if (obliged == Obliged.HUB) {
            return Optional.of("concerns hubs; the system under test is a " + role);
        }
        if (obliged == Obliged.CPO && role != SutRole.CPO || obliged == Obliged.EMSP && role != SutRole.EMSP) {
            return Optional.of("concerns a " + obliged + "; the system under test is a " + role);
        }
        return FUNCTIONAL.contains(requirement.module()) ? functional(requirement) : Optional.empty();
    }

    private Optional<String> functional(Requirement requirement) {
        String module = requirement.module().spelling();
        if (!published.mentions(version, module)) {
            return Optional.of("the version details of " + version.spelling() + " list no " + module);
        }
        return side(requirement).flatMap(side -> served(requirement, module, side));
    }

    /** The interface that the system must serve, or whose other end it must be, for the rule to concern it. */
    private Optional<Side> side(Requirement requirement) {
        return switch (requirement.obliged()) {
            case SENDER -> Optional.of(Side.SENDER);
            case RECEIVER -> Optional.of(Side.RECEIVER);
            case SERVER -> named(requirement.side());
            case CLIENT -> named(requirement.side()).map(side -> side == Side.SENDER ? Side.RECEIVER : Side.SENDER);
            default -> Optional.empty();
        };
    }

    private Optional<String> served(Requirement requirement, String module, Side side) {
        boolean owner = role.owns(module);
        if (owner != (side == Side.SENDER)) {
            return Optional.of("concerns the " + side + " of " + module + "; a " + role + " is its "
                    + (owner ? Side.SENDER : Side.RECEIVER));
        }
        boolean mustServe = requirement.obliged() != Obliged.CLIENT
                && named(requirement.side()).filter(s -> s == side).isPresent();
        if (mustServe && published.endpoint(version, module, side).isEmpty()) {
            return Optional.of(
                    "the version details of " + version.spelling() + " list no " + module + " with role " + side);
        }
        return Optional.empty();
    }

    private static Optional<Side> named(InterfaceSide side) {
        return switch (side) {
            case SENDER -> Optional.of(Side.SENDER);
            case RECEIVER -> Optional.of(Side.RECEIVER);
            case BOTH, NONE -> Optional.empty();
        };
    }
}
