package dev.roamlab.pricing.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.pricing.Phase;
import dev.roamlab.pricing.PhaseKind;
import dev.roamlab.pricing.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the description of a session that somebody wrote by hand:
 * <pre>{@code
 * {"start": "2024-03-04T09:30:00Z", "end": "2024-03-04T12:00:00Z", "phases": [
 *   {"kind": "RESERVED", "start": …, "end": …, "expired": false},
 *   {"kind": "CHARGING", "start": …, "end": …, "energy_kwh": 20, "power_kw": 11, "current_a": 48, "tariff_id": "T1"},
 *   {"kind": "PARKED", "start": …, "end": …}]}
 * }</pre>
 * Phases follow each other without gaps and cover the whole session. {@code energy_kwh} is spread evenly over its phase (left
 * out: 0); {@code power_kw} is energy over time when left out; {@code current_a} is the sum over the phases of the connection;
 * {@code expired} marks a reservation that no session followed; where no {@code tariff_id} is given the first tariff is in
 * use. Moments may have any offset. Unknown fields are ignored.
 */
public final class SessionFile {
    private final List<Problem> problems = new ArrayList<>();
    private final Fields root;

    private SessionFile(JsonNode json) {
        root = new Fields(json, "", problems);
    }

    /**
     * Reads a session.
     *
     * @throws MalformedJson when the text is not JSON
     * @throws InvalidObject naming everything that is wrong by pointer, rule and value
     */
    public static Usage parse(String text) throws MalformedJson, InvalidObject {
        return read(Json.parse(text));
    }

    /** As {@link #parse(String)}, for JSON that was read already. */
    public static Usage read(JsonNode json) throws InvalidObject {
        SessionFile file = new SessionFile(json);
        List<Phase> phases = file.phases();
        if (file.problems.isEmpty()) {
            file.checkCover(phases);
        }
        if (!file.problems.isEmpty()) {
            throw new InvalidObject(file.problems);
        }
        try {
            return new Usage(phases, Usage.Origin.MEASURED);
        } catch (InvalidField invalid) {
            throw new InvalidObject(List.of(new Problem("/" + invalid.field(), invalid.rule(), invalid.value())));
        }
    }

    private List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        for (Fields phase : root.objects("phases")) {
            phase(phase).ifPresent(phases::add);
        }
        return phases;
    }

    private Optional<Phase> phase(Fields json) {
        int before = problems.size();
        Optional<PhaseKind> kind = json.required("kind", json.constant("kind", PhaseKind.class));
        Optional<Instant> start = json.required("start", json.instant("start"));
        Optional<Instant> end = json.required("end", json.instant("end"));
        BigDecimal energy = json.number("energy_kwh").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> power = json.number("power_kw");
        Optional<BigDecimal> current = json.number("current_a");
        var tariffId = json.id("tariff_id");
        boolean expired = json.flag("expired");
        if (problems.size() > before || kind.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Phase(kind.get(), start.get(), end.get(), energy, power, current, tariffId, expired));
        } catch (InvalidField invalid) {
            json.problem(invalid.field(), invalid.rule(), invalid.value());
            return Optional.empty();
        }
    }

    private void checkCover(List<Phase> phases) {
        for (int i = 1; i < phases.size(); i++) {
            Instant end = phases.get(i - 1).end();
            Instant start = phases.get(i).start();
            if (!start.equals(end)) {
                String rule = start.isAfter(end) ? "no gap" : "no overlap";
                root.problem("phases/" + i + "/start", rule + ": the phase before ends at " + end, start.toString());
            }
        }
        Instant first = phases.get(0).start();
        Instant last = phases.get(phases.size() - 1).end();
        root.required("start", root.instant("start"))
                .filter(start -> !start.equals(first) && !start.equals(afterReservation(phases)))
                .ifPresent(start -> root.problem(
                        "start",
                        "the start of the first phase, " + first + ", or the end of its reservation",
                        "" + start));
        root.required("end", root.instant("end"))
                .filter(end -> !end.equals(last))
                .ifPresent(end -> root.problem("end", "the end of the last phase, " + last, end.toString()));
    }

    /** Whether a session starts with its reservation is not settled (CDRs say so, sessions do not), so both pass. */
    private static Instant afterReservation(List<Phase> phases) {
        return phases.stream()
                .filter(phase -> phase.kind() != PhaseKind.RESERVED)
                .findFirst()
                .map(Phase::start)
                .orElse(phases.get(0).start());
    }
}
