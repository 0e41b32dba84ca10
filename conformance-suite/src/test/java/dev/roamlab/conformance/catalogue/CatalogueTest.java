package dev.roamlab.conformance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> FIELD_ORDER = List.of(
            "id",
            "versions",
            "section",
            "title",
            "level",
            "obliged",
            "interface",
            "statement",
            "probe",
            "testable",
            "watchlist",
            "readings");

    @ParameterizedTest
    @EnumSource(CatalogueModule.class)
    void every_entry_of_a_file_is_loaded(CatalogueModule module) {
        long entries =
                lines(module).stream().filter(line -> line.startsWith("- id:")).count();

        assertThat(entries).isPositive();
        assertThat(CATALOGUE.in(module).size()).isEqualTo((int) entries);
    }

    @ParameterizedTest
    @EnumSource(CatalogueModule.class)
    void ids_and_titles_are_those_of_the_file_in_its_order(CatalogueModule module) {
        List<String> ids = lines(module).stream()
                .filter(line -> line.startsWith("- id:"))
                .map(line -> line.substring("- id:".length()).strip())
                .toList();

        assertThat(CATALOGUE.in(module).all()).extracting(Requirement::id).containsExactlyElementsOf(ids);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(module.prefix() + "-\\d{3}"));
    }

    @ParameterizedTest
    @EnumSource(CatalogueModule.class)
    void fields_stand_in_the_order_of_the_format(CatalogueModule module) {
        List<Integer> positions = new ArrayList<>();
        for (String line : lines(module)) {
            if (line.startsWith("- id:")) {
                positions.clear();
            }
            if (line.matches("(- | {2})[a-z]+:.*")) {
                positions.add(FIELD_ORDER.indexOf(line.substring(2, line.indexOf(':'))));
                assertThat(positions).as(line).isSorted().doesNotContain(-1);
            }
        }
    }

    @Test
    void modules_add_up_to_the_whole() {
        int sum = Arrays.stream(CatalogueModule.values())
                .mapToInt(module -> CATALOGUE.in(module).size())
                .sum();

        assertThat(CATALOGUE.size()).isEqualTo(sum).isEqualTo(CATALOGUE.all().size());
    }

    @Test
    void prefixes_belong_to_one_module_each() {
        assertThat(CatalogueModule.values()).extracting(CatalogueModule::prefix).doesNotHaveDuplicates();
    }

    @Test
    void levels_partition_the_catalogue_and_agree_with_a_count_of_lines() {
        for (Level level : Level.values()) {
            assertThat(CATALOGUE.of(level).size())
                    .as(level.name())
                    .isEqualTo((int) count("  level: " + level.spelling()))
                    .isPositive();
        }
    }

    @Test
    void testability_agrees_with_a_count_of_lines() {
        for (Testable testable : Testable.values()) {
            assertThat(CATALOGUE.of(testable).size()).isEqualTo((int) count("  testable: " + testable.spelling()));
        }
    }

    @Test
    void versions_agree_with_a_count_of_lines() {
        assertThat(CATALOGUE.of(SpecVersion.V2_2_1).size())
                .isEqualTo((int) (count("  versions: [\"2.2.1\"]") + count("  versions: [\"2.2.1\", \"2.3.0\"]")));
        assertThat(CATALOGUE.of(SpecVersion.V2_3_0).size())
                .isEqualTo((int) (count("  versions: [\"2.3.0\"]") + count("  versions: [\"2.2.1\", \"2.3.0\"]")));
    }

    @Test
    void watchlist_agrees_with_a_count_of_lines_and_carries_two_different_readings() {
        Catalogue watched = CATALOGUE.where(Requirement::watchlist);

        assertThat(watched.size()).isEqualTo((int) count("  watchlist: true")).isPositive();
        assertThat(watched.all())
                .allSatisfy(requirement -> assertThat(requirement.readings().orElseThrow())
                        .satisfies(readings -> assertThat(readings.stricter()).isNotBlank())
                        .satisfies(readings -> assertThat(readings.milder()).isNotBlank())
                        .satisfies(readings -> assertThat(readings.stricter()).isNotEqualTo(readings.milder())));
    }

    @Test
    void watchlist_overrides_the_level() {
        assertThat(CATALOGUE.where(Requirement::watchlist).all())
                .allMatch(requirement -> requirement.consequence() == Consequence.WARNS);
        assertThat(CATALOGUE.where(r -> !r.watchlist()).of(Level.MUST).all())
                .allMatch(requirement -> requirement.consequence() == Consequence.FAILS);
        assertThat(CATALOGUE.where(r -> !r.watchlist()).of(Level.SHOULD).all())
                .allMatch(requirement -> requirement.consequence() == Consequence.WARNS);
        assertThat(CATALOGUE.where(r -> !r.watchlist()).of(Level.MAY).all())
                .allMatch(requirement -> requirement.consequence() == Consequence.RECORDED);
    }

    @Test
    void folded_text_reads_as_one_line() {
        assertThat(CATALOGUE.all()).allSatisfy(requirement -> {
            assertThat(requirement.title()).doesNotContain("\n");
            assertThat(requirement.statement()).doesNotContain("\n").doesNotEndWith(" ");
        });
    }

    @Test
    void a_requirement_is_found_by_its_id() {
        assertThat(CATALOGUE.find("TAR-001")).hasValueSatisfying(requirement -> {
            assertThat(requirement.module()).isEqualTo(CatalogueModule.TARIFFS);
            assertThat(requirement.section()).isEqualTo("mod_tariffs_tariffs_module");
            assertThat(requirement.obliged()).isEqualTo(Obliged.ANY);
        });
        assertThat(CATALOGUE.find("TAR-000")).isEmpty();
    }

    @Test
    void a_prefix_selects_its_module() {
        assertThat(CATALOGUE.startingWith("CRED-").all())
                .isEqualTo(CATALOGUE.in(CatalogueModule.CREDENTIALS).all());
    }

    private static long count(String line) {
        return Arrays.stream(CatalogueModule.values())
                .flatMap(module -> lines(module).stream())
                .filter(line::equals)
                .count();
    }

    private static List<String> lines(CatalogueModule module) {
        try (InputStream in = CatalogueTest.class.getResourceAsStream("/requirements/" + module.file())) {
            assertThat(in).as(module.file()).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(module.file(), e);
        }
    }
}
