package dev.roamlab.conformance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class CatalogueLoaderTest {
    private static final String ENTRY = """
            - id: TAR-001
              versions: ["2.2.1", "2.3.0"]
              section: mod_tariffs_tariffs_module
              title: A title
              level: MUST
              obliged: cpo
              interface: sender
              statement: >-
                Said over
                two lines.
              probe: Look.
              testable: wire
            """;
    private final CatalogueLoader loader = new CatalogueLoader();

    @Test
    void a_complete_entry_is_read() {
        loader.add(CatalogueModule.TARIFFS, ENTRY);

        assertThat(loader.requirements()).singleElement().satisfies(requirement -> {
            assertThat(requirement.versions()).containsExactlyInAnyOrder(SpecVersion.values());
            assertThat(requirement.statement()).isEqualTo("Said over two lines.");
            assertThat(requirement.side()).isEqualTo(InterfaceSide.SENDER);
            assertThat(requirement.readings()).isEmpty();
        });
    }

    @Test
    void readings_are_the_stricter_then_the_milder() {
        loader.add(CatalogueModule.TARIFFS, watched());

        assertThat(loader.requirements().get(0).readings()).contains(new Readings("One way.", "The other."));
    }

    @Test
    void an_unknown_field_is_refused() {
        refused(
                ENTRY.replace("  probe:", "  prode:"),
                "tariffs.yaml:11: TAR-001: unknown field prode; an entry has id, versions");
    }

    @Test
    void a_missing_field_is_refused_at_the_entry() {
        refused(
                "# a comment\n" + ENTRY.replace("  probe: Look.\n", ""),
                "tariffs.yaml:2: TAR-001: field probe is missing");
    }

    @Test
    void an_entry_without_id_is_refused() {
        refused(
                ENTRY.replace("- id: TAR-001\n  ver", "- ver"),
                "tariffs.yaml:1: entry without id: field id is missing");
    }

    @Test
    void an_empty_field_is_refused() {
        refused(ENTRY.replace("title: A title", "title:"), "tariffs.yaml:4: TAR-001: title is empty");
        refused(ENTRY.replace("title: A title", "title: '  '"), "tariffs.yaml:4: TAR-001: title is empty");
    }

    @Test
    void a_field_that_stands_twice_is_refused() {
        refused(ENTRY + "  title: Another\n", "tariffs.yaml:13: TAR-001: field title stands twice, first in line 4");
    }

    @Test
    void an_id_used_twice_is_refused_with_both_places() {
        refused(ENTRY + ENTRY, "tariffs.yaml:13: TAR-001: id is already used in tariffs.yaml:1");
    }

    @Test
    void an_id_with_another_modules_prefix_is_refused() {
        refused(
                ENTRY.replace("TAR-001", "CDR-001"),
                "tariffs.yaml:1: CDR-001: id must be TAR- and three digits in tariffs.yaml");
        refused(
                ENTRY.replace("TAR-001", "TAR-1"),
                "tariffs.yaml:1: TAR-1: id must be TAR- and three digits in tariffs.yaml");
    }

    @Test
    void an_unknown_version_is_refused() {
        refused(
                ENTRY.replace("2.3.0", "2.1.1"),
                "tariffs.yaml:2: TAR-001: unknown value \"2.1.1\" for versions, must be one of 2.2.1, 2.3.0");
    }

    @Test
    void no_version_and_a_repeated_version_are_refused() {
        refused(
                ENTRY.replace("\"2.2.1\", \"2.3.0\"", ""),
                "tariffs.yaml:2: TAR-001: versions is empty, must hold at least one");
        refused(ENTRY.replace("2.3.0", "2.2.1"), "tariffs.yaml:2: TAR-001: versions holds 2.2.1 twice");
        refused(ENTRY.replace("[\"2.2.1\", \"2.3.0\"]", "2.2.1"), "tariffs.yaml:2: TAR-001: versions must be a list");
    }

    @Test
    void a_word_outside_its_list_is_refused() {
        refused(
                ENTRY.replace("MUST", "SHALL"),
                "tariffs.yaml:5: TAR-001: unknown value \"SHALL\" for level, must be one of MUST, SHOULD, MAY");
        refused(ENTRY.replace(": cpo", ": driver"), "tariffs.yaml:6: TAR-001: unknown value \"driver\" for obliged");
        refused(ENTRY.replace(": sender", ": left"), "tariffs.yaml:7: TAR-001: unknown value \"left\" for interface");
        refused(ENTRY.replace(": wire", ": maybe"), "tariffs.yaml:12: TAR-001: unknown value \"maybe\" for testable");
    }

    @Test
    void a_section_that_is_no_anchor_is_refused() {
        refused(
                ENTRY.replace("mod_tariffs_tariffs_module", "11.1 Tariffs"),
                "tariffs.yaml:3: TAR-001: section is \"11.1 Tariffs\", must be an anchor");
    }

    @Test
    void readings_and_watchlist_never_stand_alone() {
        refused(
                watched().replace("  watchlist: true\n", ""),
                "tariffs.yaml:13: TAR-001: readings stands without watchlist");
        refused(ENTRY + "  watchlist: true\n", "tariffs.yaml:13: TAR-001: watchlist stands without readings");
    }

    @Test
    void watchlist_is_true_or_absent() {
        refused(
                watched().replace("watchlist: true", "watchlist: false"),
                "tariffs.yaml:13: TAR-001: watchlist is false");
    }

    @Test
    void readings_are_exactly_two() {
        refused(watched() + "    - A third.\n", "tariffs.yaml:14: TAR-001: readings has 3 items, must have exactly 2");
    }

    @Test
    void a_list_where_text_belongs_is_refused() {
        refused(ENTRY.replace("A title", "[a, b]"), "tariffs.yaml:4: TAR-001: title must be text");
    }

    @Test
    void a_file_that_is_no_list_is_refused() {
        refused("id: TAR-001\n", "tariffs.yaml:1: expected a list of requirements");
        refused("- TAR-001\n", "tariffs.yaml:1: expected an entry with fields");
        refused("", "tariffs.yaml:1: the file is empty");
    }

    @Test
    void broken_yaml_is_refused_with_its_line() {
        refused(ENTRY + "  probe: 'open\n", "tariffs.yaml:13: not YAML: ");
    }

    private static String watched() {
        return ENTRY + "  watchlist: true\n  readings:\n    - One way.\n    - The other.\n";
    }

    private void refused(String yaml, String message) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> new CatalogueLoader().add(CatalogueModule.TARIFFS, yaml))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(message));
    }
}
