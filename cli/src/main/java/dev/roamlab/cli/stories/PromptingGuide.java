package dev.roamlab.cli.stories;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Prompt;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.scenarios.engine.Guide;
import dev.roamlab.scenarios.engine.ScenarioEvent.Question;
import dev.roamlab.scenarios.engine.ScenarioEvent.StepStarted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes a learner through a story at the terminal, or whoever types into the pipe. When the input ends, it asks no more. */
final class PromptingGuide implements Guide {
    private final Prompt prompt;
    private final Console out;
    private boolean silent;

    PromptingGuide(Prompt prompt, Console out) {
        this.prompt = prompt;
        this.out = out;
    }

    @Override
    public void pause(StepStarted step) {
        if (!step.setup()) {
            answer("   [Enter to see it happen] ");
        }
    }

    @Override
    public OptionalInt ask(Question question) {
        if (silent) {
            return OptionalInt.empty();
        }
        out.line();
        out.hanging("   " + out.paint(Style.BOLD, "?") + " ", question.question());
        List<String> choices = question.choices();
        for (int i = 0; i < choices.size(); i++) {
            out.hanging("     " + letter(i) + ") ", choices.get(i));
        }
        while (true) {
            Optional<String> given =
                    answer("   Your guess (" + letter(0) + "-" + letter(choices.size() - 1) + ", Enter to pass): ");
            if (given.isEmpty() || given.get().isBlank()) {
                return OptionalInt.empty();
            }
            OptionalInt choice = choice(given.get().strip(), choices);
            if (choice.isPresent()) {
                return choice;
            }
            out.line("   '" + given.get().strip() + "' is none of them.");
        }
    }

    private static OptionalInt choice(String given, List<String> choices) {
        for (int i = 0; i < choices.size(); i++) {
            if (given.equalsIgnoreCase(letter(i)) || given.equalsIgnoreCase(choices.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private Optional<String> answer(String question) {
        Optional<String> given = silent ? Optional.empty() : prompt.ask(question);
        if (given.isEmpty() && !silent) {
            silent = true;
            out.line();
            out.line("   (no more input: the story goes on by itself)");
        }
        return given;
    }

    private static String letter(int index) {
        return String.valueOf((char) ('a' + index)).toLowerCase(Locale.ROOT);
    }
}
