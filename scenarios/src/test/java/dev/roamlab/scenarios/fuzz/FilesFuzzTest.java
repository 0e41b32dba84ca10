package dev.roamlab.scenarios.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.files.ObjectLoader;
import dev.roamlab.ocpi.files.UnreadableFile;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.input.SessionFile;
import dev.roamlab.pricing.input.TariffFile;
import dev.roamlab.scenarios.file.Problem;
import dev.roamlab.scenarios.file.ScenarioFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file, its reader says what is wrong with it, in the way that it has promised. */
class FilesFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20261121);
    private static final int CASES = Integer.getInteger("fuzz.files", 2_000);
    private static final String SESSION = """
            {"start":"2026-11-21T10:00:00Z","end":"2026-11-21T11:30:00Z","phases":[
             {"kind":"RESERVED","start":"2026-11-21T10:00:00Z","end":"2026-11-21T10:15:00Z","expired":false},
             {"kind":"CHARGING","start":"2026-11-21T10:15:00Z","end":"2026-11-21T11:00:00Z","energy_kwh":10.5,
              "power_kw":14,"current_a":32.5,"tariff_id":"T1"},
             {"kind":"PARKED","start":"2026-11-21T11:00:00Z","end":"2026-11-21T11:30:00Z","energy_kwh":0}]}""";
    private static final List<String> SCENARIOS = List.of(
            "cdr-and-price", "charging-session", "credential-exchange", "location-discovery", "token-authorisation");
    private static final List<String> YAML = List.of(
            "\t",
            "- ",
            ": ",
            "{",
            "}",
            "[",
            "&a",
            "*a",
            "!!int",
            "|",
            ">",
            "'",
            "\"",
            "\u0000",
            "#",
            "?",
            "~",
            "1e999999",
            "-",
            "%YAML 9",
            "---\n",
            "\n",
            "<<: *a",
            "\\u00ff",
            "9999999999999999999999",
            "no",
            "null",
            "  ");

    @TempDir
    private Path folder;

    /** Reads one broken file; fails with what its reader did not promise. */
    private interface Reading {
        void read(Chance chance) throws Exception;
    }

    private static void each(int cases, Reading reading) {
        for (int number = 0; number < cases; number++) {
            try {
                reading.read(Chance.of(SEED, number));
            } catch (Exception | StackOverflowError unforeseen) {
                throw new AssertionError("seed " + SEED + ", case " + number, unforeseen);
            }
        }
    }

    @Test
    void an_object_file_is_read_or_refused() {
        Path file = folder.resolve("objects.json");
        ObjectLoader<Location> loader = new ObjectLoader<>(
                Location.class,
                json -> OcpiVersion.V2_2_1,
                location -> location.id().value());
        each(CASES, chance -> {
            Files.write(file, objects(chance));
            try {
                var outcome = loader.load(file, object -> {}, bytes -> {});
                assertThat(outcome.taken() + outcome.refused()).isEqualTo(outcome.objects());
            } catch (UnreadableFile declared) {
                assertThat(declared.getMessage()).contains(file.toString());
            }
        });
    }

    private static byte[] objects(Chance chance) throws IOException {
        JsonNode location = Golden.LOCATION.json(chance.pick(List.of(OcpiVersion.values())));
        String good = Nasty.octets(location.toString());
        String bad = Mutations.of(location, chance);
        String text = switch (chance.below(5)) {
            case 0 -> bad;
            case 1 -> "[" + good + "," + bad + "]";
            case 2 -> "{\"data\":[" + bad + "],\"status_code\":1000}";
            case 3 -> good + "\n" + bad + "\n\n" + good + "\n";
            default -> Mutations.scramble("[" + good + "]", chance);
        };
        byte[] octets = Mutations.octets(text);
        return chance.oneIn(4) ? packed(octets, chance) : octets;
    }

    private static byte[] packed(byte[] octets, Chance chance) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(octets);
        }
        byte[] all = packed.toByteArray();
        if (chance.oneIn(2)) {
            all[chance.below(all.length)] ^= (byte) (1 << chance.below(8));
        }
        return chance.oneIn(3) ? java.util.Arrays.copyOf(all, chance.below(all.length)) : all;
    }

    @Test
    void a_scenario_file_is_fit_or_its_mistakes_are_named() {
        List<String> texts = SCENARIOS.stream().map(FilesFuzzTest::scenario).toList();
        Path file = folder.resolve("broken.yaml");
        each(CASES, chance -> {
            Files.write(file, Mutations.octets(brokenYaml(chance.pick(texts), chance)));
            for (Problem problem : ScenarioFile.check(file)) {
                assertThat(problem.line()).isPositive();
                assertThat(problem.rule()).isNotBlank();
            }
        });
    }

    private static String scenario(String name) {
        try (InputStream in = ScenarioFile.class.getResourceAsStream("/scenarios/" + name + ".yaml")) {
            return Nasty.octets(new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lines go, come twice, move or change. */
    private static String brokenYaml(String text, Chance chance) {
        StringBuilder broken = new StringBuilder(text);
        for (int times = 1 + chance.below(3); times > 0; times--) {
            int from = chance.below(broken.length());
            int to = Math.min(broken.length(), from + chance.below(60));
            int line = broken.indexOf("\n", from) + 1;
            int next = broken.indexOf("\n", line) + 1;
            switch (chance.below(7)) {
                case 0 -> broken.delete(from, to);
                case 1 -> broken.insert(from, chance.pick(YAML));
                case 2 -> broken.replace(from, Math.min(broken.length(), from + 5), chance.pick(Nasty.JSON));
                case 3 -> broken.delete(line, Math.max(line, next));
                case 4 -> broken.insert(line, broken.substring(line, Math.max(line, next)));
                case 5 -> broken.insert(line, " ".repeat(1 + chance.below(8)));
                default -> broken.insert(from, (char) chance.below(256));
            }
        }
        return broken.toString();
    }

    @Test
    void a_session_file_is_read_or_refused() throws Exception {
        JsonNode session = Json.parse(SESSION);
        each(CASES, chance -> {
            try {
                SessionFile.parse(text(session, chance));
            } catch (MalformedJson | InvalidObject declared) {
                assertThat(declared.getMessage()).isNotBlank();
            }
        });
    }

    @Test
    void a_tariff_file_is_read_or_refused() {
        each(CASES, chance -> {
            JsonNode tariff = Golden.TARIFF.json(chance.pick(List.of(OcpiVersion.values())));
            try {
                TariffFile.parse(text(tariff, chance), Optional.empty());
            } catch (MalformedJson | InvalidObject declared) {
                assertThat(declared.getMessage()).isNotBlank();
            }
        });
    }

    private static String text(JsonNode json, Chance chance) {
        return new String(Mutations.octets(Mutations.of(json, chance)), UTF_8);
    }
}
