package dev.roamlab.cli.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Optional;

/** Reads one CDR in either version: the object, an array of one, or an envelope with {@code data}. */
final class CdrFile {
    private CdrFile() {}

    /** A CDR and the version that its JSON was written in. */
    record Read(Cdr cdr, OcpiVersion version) {}

    /**
     * Reads a CDR.
     *
     * @param given the version; when empty, it is recognised by the shape of the total
     * @throws InvalidObject naming everything that is wrong by pointer, rule and value
     */
    static Read read(JsonNode json, Optional<OcpiVersion> given) throws InvalidObject {
        if (json.isObject() && json.has("data") && !json.has("total_cost")) {
            return readOne(json.path("data"), "/data", given);
        }
        return readOne(json, "", given);
    }

    private static Read readOne(JsonNode json, String pointer, Optional<OcpiVersion> given) throws InvalidObject {
        if (json.isArray()) {
            if (json.size() != 1) {
                throw new InvalidObject(List.of(new Problem(pointer, "exactly one CDR", json.size() + " in a list")));
            }
            return readOne(json.path(0), pointer + "/0", given);
        }
        OcpiVersion version = given.orElseGet(() -> versionOf(json));
        Dialect dialect = Dialect.of(version);
        try {
            return new Read(
                    Binder.decode(Cdr.class, dialect.read(Cdr.class, completed(json, version), false)), version);
        } catch (InvalidObject invalid) {
            throw new InvalidObject(invalid.problems().stream()
                    .map(problem -> new Problem(
                            pointer + dialect.pointerOnWire(problem.pointer()), problem.rule(), problem.value()))
                    .toList());
        }
    }

    /** Many a CDR in 2.3.0 form carries tariffs that still lack its new field; tariff files are read as kindly. */
    private static JsonNode completed(JsonNode cdr, OcpiVersion version) {
        if (version == OcpiVersion.V2_2_1) {
            return cdr;
        }
        JsonNode complete = cdr.deepCopy();
        for (JsonNode tariff : complete.path("tariffs")) {
            if (tariff instanceof ObjectNode object && !object.hasNonNull("tax_included")) {
                object.put("tax_included", "NO");
            }
        }
        return complete;
    }

    private static OcpiVersion versionOf(JsonNode cdr) {
        return cdr.path("total_cost").has("before_taxes") ? OcpiVersion.V2_3_0 : OcpiVersion.V2_2_1;
    }
}
