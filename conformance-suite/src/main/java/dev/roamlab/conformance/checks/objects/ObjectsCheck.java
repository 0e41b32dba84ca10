package dev.roamlab.conformance.checks.objects;

import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.schema.SchemaFinding;
import dev.roamlab.conformance.schema.SchemaReport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds every object that the system wrote, in an answer or in a call of its own, against the schemas. */
public final class ObjectsCheck {
    private ObjectsCheck() {}

    /** Judges those requirements that the check at hand proves. */
    public static void judge(Probe probe) {
        // Every chapter's check needs the same reports: they are made once.
        List<Judged> all = probe.once("schema reports", () -> reports(probe));
        PushedFaults ours =
                probe.once("faults that we pushed", () -> PushedFaults.of(probe, ObjectSchemas.of(probe.version())));
        all.forEach(judged -> judge(probe, ours, judged.object(), judged.report()));
    }

    private record Judged(SeenObject object, SchemaReport report) {}

    private static List<Judged> reports(Probe probe) {
        ObjectSchemas schemas = ObjectSchemas.of(probe.version());
        return probe.seen().all().stream()
                .filter(object -> schemas.names().contains(object.type()))
                .map(object -> new Judged(object, report(schemas, object)))
                .toList();
    }

    private static SchemaReport report(ObjectSchemas schemas, SeenObject object) {
        return object.partial()
                ? schemas.checkPartial(object.type(), object.json())
                : schemas.check(object.type(), object.json());
    }

    private static void judge(Probe probe, PushedFaults ours, SeenObject object, SchemaReport report) {
        Set<String> broken = new HashSet<>();
        for (SchemaFinding finding : report.findings()) {
            for (String id : mine(probe, finding.requirements())) {
                broken.add(id);
                if (ours.excuse(object, id)) {
                    continue;
                }
                state(probe.claim(id).on(object).at(object.pointer() + finding.pointer()), object, finding);
            }
        }
        mine(probe, report.exercised()).stream()
                .filter(id -> !broken.contains(id))
                .forEach(id -> probe.claim(id).on(object).held());
    }

    private static void state(Claim claim, SeenObject object, SchemaFinding finding) {
        String where = object.type() + finding.pointer() + ": ";
        if (finding.warnsOnly()) {
            claim.warns(where + finding.rule(), finding.value());
        } else {
            claim.deviates(where + finding.rule(), finding.value());
        }
    }

    private static List<String> mine(Probe probe, Iterable<String> ids) {
        List<String> mine = new java.util.ArrayList<>();
        ids.forEach(id -> {
            if (probe.proves(id)) {
                mine.add(id);
            }
        });
        return mine;
    }
}
