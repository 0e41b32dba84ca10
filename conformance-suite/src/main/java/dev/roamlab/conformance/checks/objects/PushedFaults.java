package dev.roamlab.conformance.checks.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.schema.SchemaFinding;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that the tester broke on purpose in what it pushed. A Receiver is allowed to take such an object; that it gives it
 * back as it came is no fault of its own.
 */
final class PushedFaults {
    private static final int OWNER_AND_ID = 3;
    private static final Map<String, String> TYPES =
            Map.of("tokens", "Token", "tariffs", "Tariff", "sessions", "Session", "cdrs", "CDR");
    private static final List<String> DEPTHS = List.of("Location", "EVSE", "Connector");

    private final Map<String, Set<String>> broken = new HashMap<>();

    private PushedFaults() {}

    static PushedFaults of(Probe probe, ObjectSchemas schemas) {
        PushedFaults faults = new PushedFaults();
        probe.evidence().all().stream()
                .filter(exchange ->
                        !exchange.fromSut() && List.of("PUT", "PATCH", "POST").contains(exchange.method()))
                .forEach(exchange -> faults.add(exchange, schemas));
        return faults;
    }

    private void add(WireExchange exchange, ObjectSchemas schemas) {
        JsonNode body = exchange.requestBody().json();
        Optional<String> type = exchange.target().flatMap(PushedFaults::type);
        if (type.isPresent() && body.isObject()) {
            var report = exchange.method().equals("PATCH")
                    ? schemas.checkPartial(type.get(), body)
                    : schemas.check(type.get(), body);
            Set<String> rules = broken.computeIfAbsent(key(exchange.target().get()), none -> new HashSet<>());
            for (SchemaFinding finding : report.findings()) {
                rules.addAll(finding.requirements());
            }
        }
    }

    private static Optional<String> type(Target target) {
        if (target.side().filter(Side.RECEIVER::equals).isEmpty()) {
            return Optional.empty();
        }
        if (!target.module().equals("locations")) {
            return Optional.ofNullable(TYPES.get(target.module()));
        }
        int depth = target.rest().size() - OWNER_AND_ID;
        return depth >= 0 && depth < DEPTHS.size() ? Optional.of(DEPTHS.get(depth)) : Optional.empty();
    }

    /** CDRs get their address from the Receiver: all of them count as one. */
    private static String key(Target target) {
        List<String> rest = target.module().equals("cdrs")
                ? List.of()
                : target.rest().subList(0, Math.min(OWNER_AND_ID, target.rest().size()));
        return (target.module() + "/" + String.join("/", rest)).toLowerCase(Locale.ROOT);
    }

    /** Whether the object is one of ours, read back, that broke this rule when we pushed it. */
    boolean excuse(SeenObject object, String requirement) {
        return !object.isOwn()
                && object.exchange()
                        .target()
                        .map(target -> broken.getOrDefault(key(target), Set.of()))
                        .filter(rules -> rules.contains(requirement))
                        .isPresent();
    }
}
