package dev.roamlab.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
    private static final String HEAD = """
            title: A test
            story: Somebody tests.
            seed: 1
            world: zonnekaai
            steps:
            """;

    @TempDir
    Path folder;

    @Test
    void a_good_file_has_no_problem() throws Exception {
        assertThat(check("""
                  - do: tap
                    with: {token: "{mia.card}", charger: "{charger.id}"}
                    say: "{mia} taps."
                """)).isEmpty();
    }

    @Test
    void a_misspelt_verb_is_found_and_guessed() throws Exception {
        List<Problem> problems = check("""
                  - do: regster
                    say: They meet.
                """);

        assertThat(problems)
                .singleElement()
                .hasToString(
                        "test.yaml:6:9: must be a verb of the vocabulary, found 'regster'; did you mean 'register'?");
    }

    @Test
    void a_misspelt_key_of_a_step_is_found_and_guessed() throws Exception {
        List<Problem> problems = check("""
                  - do: expect
                    say: Nothing.
                    pitfal: none
                """);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(8);
            assertThat(problem.column()).isEqualTo(5);
            assertThat(problem.suggestion()).contains("pitfall");
        });
    }

    @Test
    void a_misspelt_argument_is_found_and_guessed() throws Exception {
        List<Problem> problems = check("""
                  - do: wait
                    say: A while.
                    with: {fro: 5 min}
                """);

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "test.yaml:8:11: 'for' is missing here",
                        "test.yaml:8:12: 'fro' is not known here, there are for; did you mean 'for'?");
    }

    @Test
    void a_missing_with_is_found() throws Exception {
        assertThat(check("""
                  - do: wait
                    say: A while.
                """)).singleElement().hasToString("test.yaml:6:5: 'with' is missing here");
    }

    @Test
    void a_bad_duration_is_found() throws Exception {
        assertThat(check("""
                  - do: wait
                    say: A while.
                    with: {for: five minutes}
                """))
                .singleElement()
                .hasToString(
                        "test.yaml:8:17: must be a duration such as 30 s, 45 min or 1 h 30 min, found 'five minutes'");
    }

    @Test
    void a_charger_that_is_not_in_the_world_is_found_and_guessed() throws Exception {
        assertThat(check("""
                  - do: switch_on
                    say: Light.
                    with: {charger: ZONNEKAI-L}
                """)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(8);
            assertThat(problem.suggestion()).contains("ZONNEKAAI-L");
        });
    }

    @Test
    void an_unknown_placeholder_is_found_and_guessed() throws Exception {
        assertThat(check("""
                  - do: expect
                    say: "{miia} looks."
                """))
                .singleElement()
                .hasToString("test.yaml:7:10: {miia} stands for nothing in this world; did you mean 'mia'?");
    }

    @Test
    void a_claim_compares_once() throws Exception {
        assertThat(check("""
                  - do: expect
                    say: Look.
                    expect:
                      - {that: it is so, at: emsp, object: cdr, field: id}
                """)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(9);
            assertThat(problem.rule()).startsWith("must compare with exactly one of is, is_not");
        });
    }

    @Test
    void a_kind_of_object_that_is_not_there_to_be_seen_is_found() throws Exception {
        assertThat(check("""
                  - do: expect
                    say: Look.
                    expect:
                      - {that: it is so, at: charger, object: cdr, exists: true}
                """))
                .singleElement()
                .hasToString("test.yaml:9:47: can be seen at emsp and cpo only, found 'cdr'");
    }

    @Test
    void an_answer_is_one_of_the_choices() throws Exception {
        assertThat(check("""
                  - do: expect
                    say: Look.
                    predict:
                      - {ask: "What?", choices: [this, that], answer: thta, because: so}
                """))
                .singleElement()
                .satisfies(problem -> assertThat(problem.suggestion()).contains("that"));
    }

    @Test
    void a_key_that_stands_twice_is_found() throws Exception {
        assertThat(check("""
                  - do: expect
                    say: Look.
                    say: Look again.
                """)).singleElement().hasToString("test.yaml:8:5: 'say' stands here twice");
    }

    @Test
    void what_is_not_yaml_is_found_by_line() throws Exception {
        assertThat(check("  - do: [expect\n    say: Look.\n")).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).startsWith("is not YAML here");
            assertThat(problem.line()).isGreaterThan(5);
        });
    }

    @Test
    void an_unknown_world_is_found() throws Exception {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, HEAD.replace("zonnekaai", "zonnekai") + "  - {do: expect, say: Look.}\n");

        assertThat(ScenarioFile.check(file)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.suggestion()).contains("zonnekaai");
        });
    }

    @Test
    void an_invalid_ocpi_object_of_a_world_is_found_by_line() throws Exception {
        String world = new String(
                ShippedTest.class.getResourceAsStream("/worlds/zonnekaai.yaml").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        String broken = world.replaceFirst("currency: EUR", "currency: EURO");
        Files.writeString(folder.resolve("mine.yaml"), broken);
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, HEAD.replace("zonnekaai", "mine.yaml") + "  - {do: expect, say: Look.}\n");

        assertThat(ScenarioFile.check(file)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("mine.yaml");
            assertThat(problem.line()).isEqualTo(lineOf(broken, "currency: EURO"));
            assertThat(problem.rule()).startsWith("OCPI Tariff/currency");
        });
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    private List<Problem> check(String steps) throws Exception {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, HEAD + steps);
        return ScenarioFile.check(file);
    }
}
