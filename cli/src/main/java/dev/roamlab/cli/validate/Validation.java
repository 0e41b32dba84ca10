package dev.roamlab.cli.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.validate.ObjectFile.Piece;
import dev.roamlab.cli.validate.Remark.Weight;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Consequence;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.schema.SchemaFinding;
import dev.roamlab.conformance.schema.SchemaReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges one object after the other, counts everything and keeps what is to be shown. */
public final class Validation {
    private final ObjectSchemas schemas;
    private final Catalogue catalogue;
    private final String object;
    private final int shown;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Weight, Integer> counts = new EnumMap<>(Weight.class);
    private final Map<String, Integer> byRequirement = new TreeMap<>();
    private int objects;
    private int faulty;

    /**
     * A validation of objects of one kind.
     *
     * @param shown how many remarks are kept
     */
    public Validation(ObjectSchemas schemas, Catalogue catalogue, String object, int shown) {
        this.schemas = schemas;
        this.catalogue = catalogue;
        this.object = object;
        this.shown = shown;
    }

    /** Judges the envelope around the objects. */
    public void envelope(JsonNode envelope) {
        SchemaReport report = schemas.check("Envelope", envelope);
        report.findings().forEach(finding -> add(remark(finding, "", 1)));
    }

    /** Judges one object. */
    public void judge(Piece piece) {
        objects++;
        SchemaReport report = schemas.check(object, piece.json());
        if (report.isClean() && report.hints().isEmpty()) {
            return;
        }
        Lines lines = new Lines(piece);
        List<Remark> found = new ArrayList<>();
        report.findings().forEach(finding -> found.add(remark(finding, piece.pointer(), lines.of(finding.pointer()))));
        report.hints()
                .forEach(hint -> found.add(new Remark(
                        Weight.HINT,
                        piece.pointer() + hint.pointer(),
                        lines.of(hint.pointer()),
                        List.of(),
                        "did you mean " + hint.meant() + "?",
                        "")));
        found.sort(Comparator.comparingInt(Remark::line));
        found.forEach(this::add);
        if (found.stream().anyMatch(remark -> remark.weight() == Weight.FINDING)) {
            faulty++;
        }
    }

    private Remark remark(SchemaFinding finding, String before, int line) {
        boolean fails = !finding.warnsOnly()
                && (finding.requirements().isEmpty()
                        || finding.requirements().stream().anyMatch(this::fails));
        return new Remark(
                fails ? Weight.FINDING : Weight.WARNING,
                before + finding.pointer(),
                line,
                finding.requirements(),
                finding.rule(),
                finding.value());
    }

    private boolean fails(String id) {
        return catalogue
                .find(id)
                .map(requirement -> requirement.consequence() == Consequence.FAILS)
                .orElse(true);
    }

    private void add(Remark remark) {
        counts.merge(remark.weight(), 1, Integer::sum);
        remark.requirements().forEach(id -> byRequirement.merge(id, 1, Integer::sum));
        if (remarks.size() < shown) {
            remarks.add(remark);
        }
    }

    /** What kind of object it is. */
    public String object() {
        return object;
    }

    /** How many objects there were. */
    public int objects() {
        return objects;
    }

    /** How many of them are against the specification. */
    public int faulty() {
        return faulty;
    }

    /** The first remarks, in the order of the file. */
    public List<Remark> remarks() {
        return Collections.unmodifiableList(remarks);
    }

    /** How many remarks there are of a weight, shown or not. */
    public int count(Weight weight) {
        return counts.getOrDefault(weight, 0);
    }

    /** How many remarks there are, shown or not. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often each requirement is named. */
    public Map<String, Integer> byRequirement() {
        return Collections.unmodifiableMap(byRequirement);
    }

    /** The title of a requirement. */
    public String title(String id) {
        return catalogue.find(id).map(requirement -> requirement.title()).orElse("");
    }
}
