package dev.roamlab.pricing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where in a usage the session and its reservations begin. Adjacent reserved phases are one reservation, a run. */
final class Timeline {
    private static final int NO_RUN = -1;

    private final Usage usage;
    private final int[] runs;
    private final int[] bases;
    private final boolean[] expired;
    private final int chargingStart;

    Timeline(Usage usage) {
        this.usage = usage;
        int count = usage.phases().size();
        runs = new int[count];
        bases = new int[count];
        expired = new boolean[count];
        int session = first(usage.phases(), false);
        int charging = first(usage.phases(), true);
        chargingStart = charging < 0 ? session : charging;
        for (int i = 0; i < count; i++) {
            place(i, session);
        }
    }

    private void place(int index, int session) {
        if (!reserved(index)) {
            runs[index] = NO_RUN;
            bases[index] = session;
            return;
        }
        boolean continued = index > 0 && reserved(index - 1);
        bases[index] = continued ? bases[index - 1] : index;
        runs[index] = bases[index];
        for (int i = bases[index]; i < usage.phases().size() && reserved(i); i++) {
            expired[index] |= usage.phases().get(i).expired();
        }
    }

    private static int first(List<Phase> phases, boolean chargingOnly) {
        for (int i = 0; i < phases.size(); i++) {
            PhaseKind kind = phases.get(i).kind();
            if (kind == PhaseKind.CHARGING || !chargingOnly && kind == PhaseKind.PARKED) {
                return i;
            }
        }
        return -1;
    }

    private boolean reserved(int index) {
        return usage.phases().get(index).kind() == PhaseKind.RESERVED;
    }

    /** Identifies the reservation that a phase belongs to; -1 for none. */
    int run(int index) {
        return runs[index];
    }

    /** Empty unless reserved; then whether that reservation expired. */
    Optional<Boolean> expired(int index) {
        return reserved(index) ? Optional.of(expired[index]) : Optional.empty();
    }

    /** Whether FLAT is due as the phase begins: with each reservation, and when charging starts. */
    boolean opens(int index) {
        return reserved(index) ? runs[index] == index : index == chargingStart;
    }

    /** The beginning of the session or reservation that a phase belongs to. */
    BigDecimal base(int index) {
        return seconds(usage.phases().get(bases[index]).start());
    }

    /** Seconds since the usage began. */
    BigDecimal seconds(Instant instant) {
        return Rounding.seconds(Duration.between(usage.start(), instant));
    }
}
