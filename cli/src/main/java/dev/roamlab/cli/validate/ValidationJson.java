package dev.roamlab.cli.validate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cli.validate.Remark.Weight;
import java.util.Locale;

/** A validation for programs. */
public final class ValidationJson {
    private ValidationJson() {}

    /** What was found, and how much of it is left out. */
    public static ObjectNode of(Validation validation, String version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("object", validation.object());
        json.put("version", version);
        json.put("objects", validation.objects());
        json.put("objects_with_findings", validation.faulty());
        json.put("findings", validation.count(Weight.FINDING));
        json.put("warnings", validation.count(Weight.WARNING));
        json.put("hints", validation.count(Weight.HINT));
        ObjectNode counts = json.putObject("by_requirement");
        validation.byRequirement().forEach(counts::put);
        var list = json.putArray("remarks");
        validation.remarks().forEach(remark -> {
            ObjectNode one = list.addObject();
            one.put("kind", remark.weight().name().toLowerCase(Locale.ROOT));
            one.put("pointer", remark.pointer());
            one.put("line", remark.line());
            one.put("rule", remark.rule());
            one.put("value", remark.value());
            remark.requirements().forEach(one.withArray("requirements")::add);
        });
        json.put("not_shown", validation.total() - validation.remarks().size());
        return json;
    }
}
