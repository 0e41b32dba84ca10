package dev.roamlab.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads answers from a pipe, and repeats them in the output so that a transcript reads like a dialogue. */
final class PipedPrompt implements Prompt {
    private final BufferedReader answers;
    private final Console console;

    PipedPrompt(InputStream in, Console console) {
        answers = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.console = console;
    }

    @Override
    public Optional<String> ask(String question) {
        console.print(question);
        try {
            Optional<String> answer = Optional.ofNullable(answers.readLine());
            console.line(answer.orElse(""));
            return answer;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the answers from standard input", unreadable);
        }
    }

    @Override
    public void close() {
        // Standard input belongs to the process.
    }
}
