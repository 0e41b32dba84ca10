package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Look;
import dev.roamlab.conformance.trigger.Operator.Answer;
import dev.roamlab.conformance.trigger.Operator.Answer.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TerminalOperatorTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Console out = new Console(new PrintStream(written, true, StandardCharsets.UTF_8), Look.PLAIN);

    @Test
    void enter_means_done() throws Exception {
        Answer answer = asked("\r", Optional.empty());

        assertThat(answer.kind()).isEqualTo(Kind.DONE);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("▸ plug-in  Plug a car in.", "[Enter] done · [s] skip · [n] never · 1:00 left");
    }

    @Test
    void s_skips() throws Exception {
        assertThat(asked("xs", Optional.empty()).kind()).isEqualTo(Kind.SKIPPED);
    }

    @Test
    void n_skips_for_good() throws Exception {
        assertThat(asked("n", Optional.empty()).kind()).isEqualTo(Kind.NEVER);
    }

    @Test
    void the_end_of_input_skips() throws Exception {
        assertThat(asked("", Optional.empty()).kind()).isEqualTo(Kind.SKIPPED);
    }

    @Test
    void what_is_typed_is_the_answer_where_one_is_asked_for() throws Exception {
        assertThat(asked("sax\u007fb\n", Optional.of("token"))).isEqualTo(new Answer(Kind.DONE, "sab"));
    }

    @ParameterizedTest
    @CsvSource({"xy,YES", "N,NO", "s,SKIPPED", "'\u000e',NEVER", "x,SKIPPED"})
    void a_question_is_answered_by_y_n_or_s(String keys, Kind kind) throws Exception {
        try (TerminalOperator operator = operator(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(operator.attest("LOC-010", "LOC-010: Is it gone?", Duration.ofMinutes(1))
                            .kind())
                    .isEqualTo(kind);
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("▸ attest  LOC-010: Is it gone?", "[y] it is so · [n] it is not · [s] cannot say");
    }

    @Test
    void patience_has_an_end() throws Exception {
        try (PipedOutputStream silent = new PipedOutputStream()) {
            Answer answer = asked(new PipedInputStream(silent), Optional.empty(), Duration.ofMillis(200));

            assertThat(answer.kind()).isEqualTo(Kind.TOO_LATE);
        }
    }

    private Answer asked(String keys, Optional<String> question) throws IOException {
        return asked(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), question, Duration.ofMinutes(1));
    }

    private Answer asked(InputStream keys, Optional<String> question, Duration patience) throws IOException {
        try (TerminalOperator operator = operator(keys)) {
            return operator.ask("plug-in", "Plug a car in.", question, patience);
        }
    }

    private TerminalOperator operator(InputStream keys) throws IOException {
        Terminal terminal =
                new DumbTerminal("test", "ansi", keys, java.io.OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        return new TerminalOperator(terminal, out, new LiveLine(out, false));
    }
}
