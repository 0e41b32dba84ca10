package dev.roamlab.cli.shell;

import dev.roamlab.cli.terminal.Environment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is when the command line does not say: an environment variable, else the configuration file, else its own
 * default. In each, the setting for one command goes before the one for all.
 */
final class Defaults implements IDefaultValueProvider {
    private final Environment environment;
    private final Optional<ConfigFile> file;

    Defaults(Environment environment, Optional<ConfigFile> file) {
        this.environment = environment;
        this.file = file;
    }

    private record Setting(String value, String source) {}

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return setting(argument).map(Setting::value).orElse(null);
    }

    /** Where a value comes from, in words; empty when it is from the command line or the option's own default. */
    Optional<String> source(ArgSpec argument, String value) {
        return setting(argument)
                .filter(setting -> setting.value().equals(value))
                .map(Setting::source);
    }

    /** Every key a configuration file may hold. */
    static Set<String> keys(CommandLine root) {
        Set<String> keys = new TreeSet<>();
        Deque<CommandLine> commands = new ArrayDeque<>(Set.of(root));
        while (!commands.isEmpty()) {
            CommandLine command = commands.pop();
            commands.addAll(command.getSubcommands().values());
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (isSettable(option)) {
                    keys.add(key(option));
                    keys.add(prefix(command.getCommandSpec()) + key(option));
                }
            }
        }
        return keys;
    }

    private Optional<Setting> setting(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !isSettable(option)) {
            return Optional.empty();
        }
        String general = key(option);
        String own = prefix(option.command()) + general;
        return variable(own).or(() -> variable(general)).or(() -> inFile(own)).or(() -> inFile(general));
    }

    private Optional<Setting> variable(String key) {
        String name = "ROAMLAB_" + key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
        return environment.variable(name).map(value -> new Setting(value, name));
    }

    private Optional<Setting> inFile(String key) {
        return file.flatMap(config ->
                config.value(key).map(value -> new Setting(value, "'" + key + "' in " + config.path())));
    }

    private static boolean isSettable(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp();
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceAll("^-+", "");
    }

    /** The names of the commands above, the program's own left out. */
    private static String prefix(CommandSpec command) {
        return command.parent() == null ? "" : prefix(command.parent()) + command.name() + ".";
    }
}
