package dev.roamlab.node.faults;

import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One way to get OCPI wrong, declared once.
 *
 * @param name begins with the prefix of the requirements that it breaks, such as {@code LOC-list-ignores-date-to}
 * @param title what the node does, in one sentence without a stop
 * @param culprit which node can have it
 * @param versions in which it shows
 * @param requirements ids in the requirement catalogue: the first is the one that it is meant to break, the others are
 *     broken with it
 * @param direction whether it is in what the node answers or in what the node sends
 * @param needs the trigger without which it does not show, such as {@code start-session}
 */
public record Fault(
        String name,
        String title,
        Culprit culprit,
        List<OcpiVersion> versions,
        List<String> requirements,
        Direction direction,
        Optional<String> needs,
        Predicate<WireRequest> where,
        Supplier<Advice> advice) {
    public Fault {
        versions = List.copyOf(versions);
        requirements = List.copyOf(requirements);
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException(name + ": a fault breaks at least one requirement");
        }
    }

    /** Which node can have a fault. */
    public enum Culprit {
        /** The CPO. */
        CPO,
        /** The eMSP. */
        EMSP,
        /** Either. */
        ANY;

        /** Whether a node, by its name {@code cpo} or {@code emsp}, can have it. */
        public boolean fits(String node) {
            return this == ANY || !(node.equals("cpo") || node.equals("emsp")) || name().equalsIgnoreCase(node);
        }

        /** In lower case, as people write it. */
        @Override
        public String toString() {
            return switch (this) {
                case CPO -> "cpo";
                case EMSP -> "emsp";
                case ANY -> "any";
            };
        }
    }

    /** Where a fault is seen. */
    public enum Direction {
        /** Around the requests that the node receives. */
        SERVED,
        /** Around the requests that the node sends. */
        SENT;

        /** In lower case, as people write it. */
        @Override
        public String toString() {
            return this == SERVED ? "served" : "sent";
        }
    }

    /** The requirement that it is meant to break: the right reason to catch it. */
    public String requirement() {
        return requirements.get(0);
    }

    boolean concerns(Direction crossing, WireRequest request) {
        boolean spoken = request.version().isEmpty()
                || versions.stream().anyMatch(version -> version.value().equals(request.version()));
        return direction == crossing && spoken && where.test(request);
    }
}
