package dev.roamlab.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.input.SessionFile;
import dev.roamlab.pricing.input.TariffFile;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Worked examples as data: tariffs (in 2.3.0 form), a session, and the figures that must come out. */
final class Vectors {
    private Vectors() {}

    /** One example in one version. */
    record Vector(JsonNode json, OcpiVersion version) {
        List<TariffFile.Read> tariffs() throws Exception {
            List<TariffFile.Read> tariffs = new ArrayList<>();
            for (JsonNode tariff : json.path("tariffs")) {
                JsonNode wire = Dialect.of(version).write(Tariff.class, tariff);
                tariffs.addAll(TariffFile.read(wire, Optional.empty()));
            }
            return tariffs;
        }

        Usage usage() throws Exception {
            return SessionFile.read(json.path("session"));
        }

        ZoneId zone() {
            return ZoneId.of(json.path("time_zone").asText("UTC"));
        }

        Bill bill() throws Exception {
            List<TariffFile.Read> read = tariffs();
            return TariffEngine.price(
                    read.stream().map(TariffFile.Read::tariff).toList(),
                    usage(),
                    zone(),
                    read.get(0).missingVat());
        }

        JsonNode expect() {
            return json.path("expect");
        }

        @Override
        public String toString() {
            return json.path("ref").asText() + ", " + version + ": "
                    + json.path("title").asText();
        }
    }

    static Stream<Vector> all() {
        return Stream.of("mod_tariffs", "mod_cdrs", "catalogue_tariffs", "catalogue_cdrs")
                .flatMap(Vectors::of);
    }

    static Stream<Vector> of(String name) {
        JsonNode cases = read("/examples/" + name + ".json");
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode one : cases) {
            for (OcpiVersion version : OcpiVersion.values()) {
                if (!one.has("versions") || one.path("versions").toString().contains(version.value())) {
                    vectors.add(new Vector(one, version));
                }
            }
        }
        return vectors.stream();
    }

    private static JsonNode read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Vectors.class.getResourceAsStream(resource), resource)) {
            return Json.parse(stream.readAllBytes());
        } catch (Exception broken) {
            throw new IllegalStateException(resource, broken);
        }
    }
}
