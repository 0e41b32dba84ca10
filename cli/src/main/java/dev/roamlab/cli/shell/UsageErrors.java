package dev.roamlab.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains a command line that cannot be understood. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Complaints complaints;
    private final Defaults defaults;

    UsageErrors(Complaints complaints, Defaults defaults) {
        this.complaints = complaints;
        this.defaults = defaults;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        if (error instanceof MissingParameterException missing) {
            return missing(command, missing);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return complaints.say(name(twice.getOverwritten()) + " is given twice.", "Give it once. " + see(command));
        }
        ArgSpec argument = error.getArgSpec();
        return argument == null ? plain(command, error) : badValue(argument, error);
    }

    private int unknown(CommandLine command, String word) {
        boolean option = word.startsWith("-") && word.length() > 1;
        boolean group = !command.getSubcommands().isEmpty();
        String typed = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        String what = option ? "option" : group ? "command" : "argument";
        List<String> candidates = option
                ? optionNames(command)
                : new ArrayList<>(command.getSubcommands().keySet());
        String where = option || !group ? " for '" + command.getCommandSpec().qualifiedName() + "'" : "";
        return complaints.say(
                "Unknown " + what + " " + typed + where + ".",
                (Suggestions.didYouMean(typed, candidates) + " " + see(command)).strip());
    }

    private static List<String> optionNames(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    private int missing(CommandLine command, MissingParameterException error) {
        List<ArgSpec> missing = error.getMissing();
        if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && !isAbsent(error)) {
            return complaints.say(
                    option.longestName() + " needs a value.",
                    "Write " + option.longestName() + " " + option.paramLabel() + ". " + see(command));
        }
        String names = missing.stream().map(UsageErrors::name).collect(Collectors.joining(" and "));
        return complaints.say(
                "'" + command.getCommandSpec().qualifiedName() + "' needs " + (names.isEmpty() ? "more" : names) + ".",
                see(command));
    }

    /** Whether the option is missing altogether, rather than given without its value. */
    private static boolean isAbsent(MissingParameterException error) {
        return String.valueOf(error.getMessage()).startsWith("Missing required option");
    }

    private int badValue(ArgSpec argument, ParameterException error) {
        // Our converters put the way out on a second line; what picocli writes in front of both is for programmers.
        String[] told = String.valueOf(error.getMessage())
                .replaceFirst("^Invalid value for (?:option|positional parameter).*?\\): ", "")
                .replaceFirst("^Invalid value for option '[^']*': ", "")
                .split("\n", 2);
        String source = defaults.source(argument, String.valueOf(error.getValue()))
                .map(from -> " (from " + from + ")")
                .orElse("");
        return complaints.say(
                name(argument) + source + ": " + told[0], told.length > 1 ? told[1] : see(error.getCommandLine()));
    }

    private int plain(CommandLine command, ParameterException error) {
        return complaints.say(String.valueOf(error.getMessage()), see(command));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String see(CommandLine command) {
        return "See '" + command.getCommandSpec().qualifiedName() + " --help'.";
    }
}
