package dev.roamlab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.CliRun;
import dev.roamlab.cli.terminal.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class ShellTest {
    @TempDir
    Path folder;

    @Command(name = "roamlab")
    static final class Root {
        @Mixin
        final GlobalOptions options = new GlobalOptions();
    }

    @Command(name = "fail")
    static final class Fail implements Callable<Integer> {
        @Option(names = "--token-a")
        @SuppressWarnings("UnusedVariable") // only what the user typed matters
        private String token = "";

        private final Throwable failure;

        Fail(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    private static CliRun failWith(Throwable failure, String... arguments) {
        return CliRun.in(Map.of("LANG", "C.UTF-8"), "", environment -> {
            Root root = new Root();
            CommandContext context = new CommandContext(environment, root.options);
            return new Shell(context, new CommandLine(root).addSubcommand(new Fail(failure))).run(arguments);
        });
    }

    static Stream<Arguments> knownFaults() {
        return Stream.of(
                Arguments.of(
                        UserError.portInUse("127.0.0.1", 8001, "--cpo-port"), "Port 8001 on 127.0.0.1", "--cpo-port N"),
                Arguments.of(new BindException("Address already in use"), "already in use", "roamlab doctor"),
                Arguments.of(new ConnectException("refused: x/1.2.3.4:9"), "Nothing answers: refused", "is running"),
                Arguments.of(new UnknownHostException("nohost"), "There is no host nohost.", "typing errors"),
                Arguments.of(new NoSuchFileException("a/b"), "There is no file a/b.", "Check the path"),
                Arguments.of(new AccessDeniedException("a/b"), "No permission for a/b.", "permissions"),
                Arguments.of(new IOException("No space left on device"), "The disk is full.", "Make room"),
                Arguments.of(
                        new IllegalStateException(new UncheckedIOException(new NoSuchFileException("deep"))),
                        "There is no file deep.",
                        "Check the path"));
    }

    @ParameterizedTest
    @MethodSource("knownFaults")
    void what_the_user_can_mend_is_said_in_a_sentence(Throwable fault, String wrong, String wayOut) {
        CliRun run = failWith(fault, "fail");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " ")).contains(wrong, wayOut).doesNotContain("our fault");
    }

    @Test
    void a_fault_of_ours_takes_one_line_and_leaves_a_report_without_secrets() throws Exception {
        Path log = folder.resolve("details.log");

        CliRun run =
                failWith(new IllegalStateException("bug"), "fail", "--token-a", "s3cret", "--log-file", log.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("This is our fault, not yours (IllegalStateException).", log.toString())
                .doesNotContain("\tat ");
        assertThat(Files.readString(log))
                .contains("bug", "\tat ", "--token-a ***")
                .doesNotContain("s3cret");
    }

    @Test
    void a_fault_without_log_file_is_reported_among_temporary_files() throws Exception {
        CliRun run = failWith(new StackOverflowError(), "fail");

        String path = run.err().replaceAll("(?s).*Details are in\\s+(\\S+);.*", "$1");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(Files.readString(Path.of(path))).contains("StackOverflowError");
        Files.delete(Path.of(path));
    }

    @Test
    void ctrl_c_at_a_question_ends_as_ctrl_c_does() {
        CliRun run = failWith(new Prompt.Interrupted(), "fail");

        assertThat(run.exit()).isEqualTo(130);
        assertThat(run.err()).isEqualTo("Stopped." + System.lineSeparator());
    }

    @Test
    void secrets_on_the_command_line_are_masked() {
        List<String> safe = CrashReport.withoutSecrets(
                List.of("cpo", "--token-a=abc", "--invite", "def", "--store", "postgresql://me:pw@host/db"));

        assertThat(safe)
                .containsExactly("cpo", "--token-a=***", "--invite", "***", "--store", "postgresql://***@host/db");
    }
}
