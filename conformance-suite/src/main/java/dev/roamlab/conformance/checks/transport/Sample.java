package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.wire.Target.Side;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A harmless object of ours that the system takes: to a CPO a token that opens nothing, to an eMSP a location without EVSEs, or a
 * tariff that nobody refers to.
 */
public record Sample(Probe probe, String module, String idField, ObjectNode json) {
    /** A fresh one, with required fields only; its id is new. */
    public static Sample minimal(Probe probe) {
        String module = module(probe);
        return new Sample(probe, module, module.equals("tokens") ? "uid" : "id", object(probe, module, false));
    }

    /** A fresh one with optional fields. */
    public static Sample full(Probe probe) {
        String module = module(probe);
        return new Sample(probe, module, module.equals("tokens") ? "uid" : "id", object(probe, module, true));
    }

    private static String module(Probe probe) {
        if (probe.role() == SutRole.CPO) {
            return "tokens";
        }
        return probe.offers("locations", Side.RECEIVER) ? "locations" : "tariffs";
    }

    private static ObjectNode object(Probe probe, String module, boolean full) {
        Platform platform = probe.platform();
        return switch (module) {
            case "tokens" ->
                full
                        ? platform.samples().tokens().full(probe.version())
                        : platform.samples().tokens().minimal(probe.version());
            case "locations" ->
                full
                        ? platform.samples().locations().full(probe.version())
                        : platform.samples().locations().minimal(probe.version());
            default ->
                full
                        ? platform.samples().tariffs().full(probe.version())
                        : platform.samples().tariffs().minimal(probe.version());
        };
    }

    /** A field that can be changed, with a value that it does not have. */
    public ObjectNode changed() {
        ObjectNode copy = json.deepCopy().put("last_updated", later());
        switch (module) {
            case "tokens" -> copy.put("issuer", "Conformance tester, changed");
            case "locations" -> copy.put("city", "Elsewhere");
            default -> copy.put("currency", json.path("currency").asText().equals("EUR") ? "CHF" : "EUR");
        }
        return copy;
    }

    /** The name of the field that {@link #changed} changes. */
    public String changingField() {
        return switch (module) {
            case "tokens" -> "issuer";
            case "locations" -> "city";
            default -> "currency";
        };
    }

    /** Optional fields of the full form that a PUT without them takes back. */
    public List<String> optionalFields() {
        return switch (module) {
            case "tokens" -> List.of("visual_number", "group_id", "language");
            case "locations" -> List.of("name", "postal_code");
            default -> List.of("tariff_alt_url", "min_price");
        };
    }

    /** A DateTime later than the object's last one. */
    public String later() {
        return Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Its id. */
    public String id() {
        return json.path(idField).asText();
    }

    /** A call at the object's own URL. */
    public Call call(String method) {
        return call(method, id());
    }

    /** A call at the URL of an object with this id, of the same owner. */
    public Call call(String method, String id) {
        return probe.call(method, probe.endpoint(module, Side.RECEIVER))
                .path(json.path("country_code").asText(), json.path("party_id").asText(), id);
    }
}
