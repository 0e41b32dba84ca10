package dev.roamlab.node.faults;

import dev.roamlab.node.faults.Fault.Culprit;
import dev.roamlab.node.faults.Fault.Direction;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A fault while it is being declared; reads as a sentence and ends with {@code by}. */
final class FaultDraft {
    private static final Set<String> CONFIGURATION = Set.of("versions", "credentials", "hubclientinfo");

    private final Direction direction;
    private final String name;
    private final String title;
    private Culprit culprit = Culprit.ANY;
    private List<OcpiVersion> versions = List.of(OcpiVersion.values());
    private List<String> requirements = List.of();
    private Optional<String> needs = Optional.empty();
    private Predicate<WireRequest> where = request -> true;

    private FaultDraft(Direction direction, String name, String title) {
        this.direction = direction;
        this.name = name;
        this.title = title;
    }

    /** A fault in how the node answers. */
    static FaultDraft served(String name, String title) {
        return new FaultDraft(Direction.SERVED, name, title);
    }

    /** A fault in what the node sends. */
    static FaultDraft sent(String name, String title) {
        return new FaultDraft(Direction.SENT, name, title);
    }

    FaultDraft cpo() {
        culprit = Culprit.CPO;
        return this;
    }

    FaultDraft emsp() {
        culprit = Culprit.EMSP;
        return this;
    }

    FaultDraft only(OcpiVersion version) {
        versions = List.of(version);
        return this;
    }

    /** Requests of these methods, such as {@code PUT|PATCH}, to a module; {@code *} is any, {@code functional} all but configuration modules. */
    FaultDraft on(String methods, String module) {
        Set<String> wanted = Set.of(methods.split("\\|"));
        where = where.and(request ->
                        methods.equals("*") || wanted.contains(request.method().name()))
                .and(request -> module.equals("*")
                        || module.equals(request.module())
                        || (module.equals("functional") && !CONFIGURATION.contains(request.module())));
        return this;
    }

    FaultDraft where(Predicate<WireRequest> condition) {
        where = where.and(condition);
        return this;
    }

    FaultDraft needs(String trigger) {
        needs = Optional.of(trigger);
        return this;
    }

    FaultDraft breaks(String... ids) {
        requirements = List.of(ids);
        return this;
    }

    Fault by(Advice advice) {
        return byNew(() -> advice);
    }

    /** For advice that remembers: each time the fault is switched on it starts anew. */
    Fault byNew(Supplier<Advice> advice) {
        return new Fault(name, title, culprit, versions, requirements, direction, needs, where, advice);
    }
}
