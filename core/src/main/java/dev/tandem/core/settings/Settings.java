package dev.tandem.core.settings;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the settings of a process: command line before environment before default, all problems at once. */
public final class Settings {
    private static final String ENVIRONMENT_PREFIX = "TANDEM_";

    private Settings() {}

    /**
     * Reads settings.
     *
     * @param command name of the process, as its help shows it
     * @param source the options; its fields are filled
     * @param args the command line
     * @param environment the environment; variables of other programs are ignored
     * @return the settings, or empty when {@code --help} was asked for; {@link #help} has the text then
     * @throws TandemException of kind CONFIGURATION that names every unknown, missing and unreadable setting
     */
    public static <T> Optional<T> read(
            String command, SettingsSource<T> source, List<String> args, Map<String, String> environment) {
        CommandLine commandLine = commandLine(command, source, environment);
        List<String> problems = new ArrayList<>();
        ParseResult parsed = parse(commandLine, args, problems);
        if (parsed.isUsageHelpRequested()) {
            return Optional.empty();
        }
        problems.addAll(secretsOnTheCommandLine(commandLine));
        if (problems.isEmpty()) {
            try {
                return Optional.of(source.toSettings());
            } catch (TandemException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        throw new TandemException(
                FailureKind.CONFIGURATION,
                "%s cannot start:%n  - %s%nSee %s --help".formatted(command, String.join("\n  - ", problems), command));
    }

    /** The help text: every setting with its environment variable, default and meaning. */
    public static String help(String command, SettingsSource<?> source) {
        return commandLine(command, source, Map.of()).getUsageMessage(Ansi.OFF);
    }

    /** The environment variable of an option: {@code --a.b-c} is {@code TANDEM_A_B_C}. */
    public static String environmentVariable(String option) {
        String name = option.replaceFirst("^--", "");
        return ENVIRONMENT_PREFIX + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a command line, once it is parsed, that holds secrets: one sentence each, without the secret. */
    public static List<String> secretsOnTheCommandLine(CommandLine parsed) {
        return parsed.getParseResult().asCommandLineList().stream()
                .flatMap(command -> command.getParseResult().matchedOptions().stream())
                .filter(option -> option.type() == Secret.class)
                .map(option -> "%s is a secret and would be seen by everyone on the machine; set %s instead"
                        .formatted(option.longestName(), environmentVariable(option.longestName())))
                .toList();
    }

    private static CommandLine commandLine(String command, SettingsSource<?> source, Map<String, String> environment) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(source).name(command);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        spec.parser().collectErrors(true);
        spec.usageMessage()
                .width(118)
                .longOptionsMaxWidth(34)
                .customSynopsis(command + " [--key=value …]")
                .requiredOptionMarker('*')
                .showDefaultValues(true)
                .footer(
                        "* must be given.",
                        "Every --a.b-c may also be given as environment variable TANDEM_A_B_C; the command line wins.");
        CommandLine commandLine = new CommandLine(spec);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.registerConverter(Secret.class, Secret::new);
        commandLine.setDefaultValueProvider(argument -> fromEnvironment(argument, environment));
        return commandLine;
    }

    private static @Nullable String fromEnvironment(ArgSpec argument, Map<String, String> environment) {
        return argument instanceof OptionSpec option
                ? environment.get(environmentVariable(option.longestName()))
                : null;
    }

    private static ParseResult parse(CommandLine commandLine, List<String> args, List<String> problems) {
        ParseResult parsed = commandLine.parseArgs(args.toArray(String[]::new));
        for (Exception error : parsed.errors()) {
            problems.add(describe(error));
        }
        return parsed;
    }

    private static String describe(Exception error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            String hint = suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
            return "Unknown setting " + String.join(", ", unmatched.getUnmatched()) + hint;
        }
        if (error instanceof ParameterException parameter && parameter.getArgSpec() instanceof OptionSpec option) {
            return "%s (or %s): %s"
                    .formatted(option.longestName(), environmentVariable(option.longestName()), error.getMessage());
        }
        return String.valueOf(error.getMessage());
    }
}
