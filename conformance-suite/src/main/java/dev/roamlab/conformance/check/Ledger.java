package dev.roamlab.conformance.check;

import dev.roamlab.conformance.check.Judgement.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All judgements of one version's run, by requirement. Thread-safe. */
public final class Ledger {
    /** A rule that is broken ten thousand times needs no more than this to be believed. */
    private static final int KEPT_PER_KIND = 20;

    private final Map<String, List<Judgement>> byRequirement = new LinkedHashMap<>();
    private final Map<String, Long> dropped = new LinkedHashMap<>();

    /** Notes a judgement; beyond twenty of one kind for one requirement only their number. */
    public synchronized void add(String requirement, Judgement judgement) {
        List<Judgement> judgements = byRequirement.computeIfAbsent(requirement, id -> new ArrayList<>());
        long same = judgements.stream()
                .filter(other -> other.kind() == judgement.kind())
                .count();
        if (same >= KEPT_PER_KIND) {
            dropped.merge(requirement + judgement.kind(), 1L, Long::sum);
        } else if (same == 0
                || judgement.kind() != Kind.HELD
                || judgement.exchange().isPresent()) {
            judgements.add(judgement);
        }
    }

    /**
     * Takes over what one check found out. Where it accuses the system on account of something that may be the network's doing,
     * its finding becomes an error.
     *
     * @param doubt why nothing that the check missed can be held against the system
     */
    public synchronized void take(Ledger found, Optional<String> doubt) {
        found.byRequirement.forEach(
                (requirement, judgements) -> judgements.forEach(one -> add(requirement, one.doubted(doubt))));
        found.dropped.forEach((key, more) -> dropped.merge(key, more, Long::sum));
    }

    /** Whether a rule was found broken. */
    public synchronized boolean accuses() {
        return byRequirement.values().stream().flatMap(List::stream).anyMatch(Judgement::accuses);
    }

    /** The judgements of a requirement, in the order in which they were made. */
    public synchronized List<Judgement> of(String requirement) {
        return List.copyOf(byRequirement.getOrDefault(requirement, List.of()));
    }

    /** How many judgements of this kind were made but not kept. */
    public synchronized long dropped(String requirement, Kind kind) {
        return dropped.getOrDefault(requirement + kind, 0L);
    }

    /** Whether a check has said anything but remarks about the requirement. */
    public synchronized boolean decided(String requirement, String check) {
        return byRequirement.getOrDefault(requirement, List.of()).stream()
                .anyMatch(judgement ->
                        judgement.kind() != Kind.NOTE && judgement.check().equals(check));
    }
}
