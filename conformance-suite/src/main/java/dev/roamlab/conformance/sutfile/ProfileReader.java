package dev.roamlab.conformance.sutfile;

import dev.roamlab.conformance.subject.HouseRules;
import dev.roamlab.conformance.subject.Tolerances;
import dev.roamlab.conformance.yaml.Fields;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the parts of a SUT file that say what is demanded beyond the specification, and how exactly figures are judged. */
final class ProfileReader {
    static final Set<String> PROFILE = SutFile.keys(
            "max_answer_ms",
            "max_page_size",
            "max_date_window_days",
            "routing_headers",
            "require_https",
            "require_push");
    static final Set<String> TOLERANCES = SutFile.keys("clock", "money", "energy_kwh");

    private ProfileReader() {}

    static HouseRules rules(Fields fields) {
        return new HouseRules(
                fields.value("max_answer_ms", Words::count).map(Duration::ofMillis),
                fields.value("max_page_size", Words::count),
                fields.value("max_date_window_days", Words::count),
                fields.value("routing_headers", ProfileReader::always).orElse(false),
                fields.value("require_https", Words::yesNo).orElse(false),
                new LinkedHashSet<>(fields.values("require_push", Words::pushed)));
    }

    private static boolean always(String text) {
        if (!text.equals("always") && !text.equals("as_specified")) {
            throw new IllegalArgumentException("must be always or as_specified, found " + text);
        }
        return text.equals("always");
    }

    static Tolerances tolerances(Fields fields) {
        Tolerances usual = Tolerances.DEFAULT;
        return new Tolerances(
                fields.value("clock", Words::duration).orElse(usual.clock()),
                fields.value("money", Words::amount).orElse(usual.money()),
                fields.value("energy_kwh", Words::amount).orElse(usual.energyKwh()));
    }
}
