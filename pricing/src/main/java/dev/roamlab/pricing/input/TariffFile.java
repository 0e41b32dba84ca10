package dev.roamlab.pricing.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.MissingVat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tariffs to price with, in either version: one object, an array of them, or an envelope with {@code data}. What
 * identifies a tariff among others but does not bear on its price (country, party, id, last_updated) may be missing, so
 * that a few lines suffice to try something out.
 */
public final class TariffFile {
    private static final Map<String, String> BOOKKEEPING =
            Map.of("country_code", "XX", "party_id", "XXX", "id", "#NA", "last_updated", "1970-01-01T00:00:00Z");

    private TariffFile() {}

    /** A tariff and the version that its JSON was written in. */
    public record Read(Tariff tariff, OcpiVersion version) {

        /** What it means that the tariff names no VAT rate. */
        public MissingVat missingVat() {
            return version == OcpiVersion.V2_2_1 ? MissingVat.NONE : MissingVat.UNKNOWN;
        }
    }

    /**
     * Reads tariffs.
     *
     * @param version that of every tariff; when empty, each is recognised by its shape
     * @throws MalformedJson when the text is not JSON
     * @throws InvalidObject naming what is wrong with the first invalid tariff by pointer, rule and value
     */
    public static List<Read> parse(String text, Optional<OcpiVersion> version) throws MalformedJson, InvalidObject {
        return read(Json.parse(text), version);
    }

    /** As {@link #parse(String, Optional)}, for JSON that was read already. */
    public static List<Read> read(JsonNode json, Optional<OcpiVersion> version) throws InvalidObject {
        if (json.isObject() && json.has("data") && !json.has("elements")) {
            return readAll(json.path("data"), "/data", version);
        }
        return readAll(json, "", version);
    }

    /**
     * The version that a tariff is written in: only 2.3.0 has {@code tax_included} and limits before taxes. A tariff with
     * neither is 2.2.1, since 2.3.0 requires the former.
     */
    public static OcpiVersion versionOf(JsonNode tariff) {
        boolean limits230 = List.of("min_price", "max_price").stream()
                .anyMatch(limit -> tariff.path(limit).has("before_taxes"));
        return tariff.has("tax_included") || limits230 ? OcpiVersion.V2_3_0 : OcpiVersion.V2_2_1;
    }

    private static List<Read> readAll(JsonNode json, String pointer, Optional<OcpiVersion> version)
            throws InvalidObject {
        if (!json.isArray()) {
            return List.of(readOne(json, pointer, version));
        }
        List<Read> tariffs = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            tariffs.add(readOne(json.path(i), pointer + "/" + i, version));
        }
        if (tariffs.isEmpty()) {
            throw new InvalidObject(List.of(new Problem(pointer, "at least one tariff", "[]")));
        }
        return tariffs;
    }

    private static Read readOne(JsonNode json, String pointer, Optional<OcpiVersion> given) throws InvalidObject {
        OcpiVersion version = given.orElseGet(() -> versionOf(json));
        Dialect dialect = Dialect.of(version);
        try {
            return new Read(
                    Binder.decode(Tariff.class, dialect.read(Tariff.class, completed(json, version), false)), version);
        } catch (InvalidObject invalid) {
            throw new InvalidObject(invalid.problems().stream()
                    .map(problem -> new Problem(
                            pointer + dialect.pointerOnWire(problem.pointer()), problem.rule(), problem.value()))
                    .toList());
        }
    }

    private static JsonNode completed(JsonNode json, OcpiVersion version) {
        if (!(json instanceof ObjectNode)) {
            return json;
        }
        ObjectNode complete = json.deepCopy();
        BOOKKEEPING.forEach((field, value) -> {
            if (!complete.hasNonNull(field)) {
                complete.put(field, value);
            }
        });
        if (version == OcpiVersion.V2_3_0 && !complete.hasNonNull("tax_included")) {
            complete.put("tax_included", "NO");
        }
        return complete;
    }
}
