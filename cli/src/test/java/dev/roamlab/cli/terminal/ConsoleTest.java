package dev.roamlab.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.terminal.Environment.Streams;
import dev.roamlab.cli.terminal.Environment.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void words_have_colour_only_where_the_output_shows_it() {
        assertThat(new Console(stream, new Look(true, true, 80)).paint(Style.RED, "no"))
                .isEqualTo("\u001b[31mno\u001b[0m");
        assertThat(new Console(stream, Look.PLAIN).paint(Style.RED, "no")).isEqualTo("no");
    }

    @Test
    void without_unicode_signs_are_put_plainly_and_names_stay() {
        new Console(stream, new Look(false, false, 80)).line("✓ Köln → Łódź…");

        assertThat(written()).isEqualTo("+ Köln -> Łódź...\n");
    }

    @Test
    void paragraphs_break_at_spaces_and_hang_behind_their_lead() {
        new Console(stream, new Look(false, true, 40))
                .hanging("• ", "one two three four five six seven eight nine ten");

        assertThat(written()).isEqualTo("• one two three four five six seven\n  eight nine ten\n");
    }

    @Test
    void colour_codes_take_no_room_in_a_line() {
        String red = "\u001b[31mred\u001b[0m";

        assertThat(Console.wrap((red + " ").repeat(5).strip(), 19)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true,false,,xterm,true",
        "false,false,,xterm,false",
        "true,true,,xterm,false",
        "true,false,1,xterm,false",
        "true,false,,dumb,false"
    })
    void colour_needs_a_terminal_that_can_and_a_user_who_wants(
            boolean terminal, boolean noColour, String noColor, String term, boolean colour) {
        Map<String, String> variables =
                noColor == null ? Map.of("TERM", term) : Map.of("TERM", term, "NO_COLOR", noColor);

        assertThat(Look.of(environment(variables, ""), terminal, noColour).colour())
                .isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"200,100", "72,72", "10,40", "wide,100"})
    void lines_are_as_wide_as_the_terminal_but_never_too_wide_to_read(String columns, int width) {
        assertThat(Look.of(environment(Map.of("COLUMNS", columns), ""), false, false)
                        .width())
                .isEqualTo(width);
    }

    @Test
    void the_first_variable_set_tells_whether_text_is_utf8() {
        Map<String, String> posix = Map.of("LC_ALL", "C", "LANG", "C.UTF-8");

        assertThat(Look.of(environment(posix, ""), true, false).unicode()).isFalse();
        assertThat(Look.of(environment(Map.of("LANG", "nl_NL.utf8"), ""), true, false)
                        .unicode())
                .isTrue();
    }

    @Test
    void a_prompt_takes_its_answers_from_a_pipe_and_shows_them() {
        Environment environment = environment(Map.of(), "CPO\n");
        try (Prompt prompt = Prompt.of(environment, new Console(stream, Look.PLAIN))) {
            assertThat(prompt.ask("Who calls? ")).contains("CPO");
            assertThat(prompt.ask("And then? ")).isEmpty();
        }
        assertThat(written()).isEqualTo("Who calls? CPO\nAnd then? \n");
    }

    private Environment environment(Map<String, String> variables, String input) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new Environment(variables, new Streams(in, stream, stream), Terminals.NONE);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
