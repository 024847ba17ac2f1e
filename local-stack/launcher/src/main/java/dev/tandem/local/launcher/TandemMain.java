package dev.tandem.local.launcher;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.settings.Settings;
import dev.tandem.local.launcher.airflow.AirflowCommand;
import dev.tandem.local.launcher.bench.BenchCommand;
import dev.tandem.local.launcher.demo.DemoCommand;
import dev.tandem.local.launcher.job.RunCommand;
import dev.tandem.local.launcher.load.LoadCommand;
import dev.tandem.local.launcher.models.ModelsCommand;
import dev.tandem.local.launcher.replay.ReplayCommand;
import dev.tandem.local.launcher.replay.ReplayViewsCommand;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.writer.WriterCommand;
import dev.tandem.local.services.server.StackFolders;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The command {@code ./tandem}. */
@Command(
        name = "tandem",
        description = "Recommendations for a shop, on this machine.",
        footer = {
            "",
            "Every --a.b-c may also be given as environment variable TANDEM_A_B_C; the command line wins.",
            "Exit codes: 0 ok, 1 internal, 2 configuration, 3 input, 4 quality gate, 5 dependency."
        },
        mixinStandardHelpOptions = false,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            SmokeCommand.class,
            ApplyContractsCommand.class,
            ImportCommand.class,
            LoadCommand.class,
            ReplayCommand.class,
            ReplayViewsCommand.class,
            WriterCommand.class,
            AirflowCommand.class,
            ModelsCommand.class
        })
public final class TandemMain {
    private static final int WIDTH = 110;
    /** Commands that hand their options on to a process, which has help of its own. */
    private static final Set<String> PASSING_ON = Set.of("run", "bench");

    private TandemMain() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        StackFolders folders = StackOptions.folders(varDir(List.of(args), environment));
        System.setProperty("tandem.launcher.log", folders.log("launcher").path().toString());
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(folders, environment).setOut(out).setErr(err).execute(args));
    }

    /** The folder of the stack that is meant; it is needed before the command line is understood. */
    static @Nullable Path varDir(List<String> args, Map<String, String> environment) {
        String value = environment.getOrDefault(Settings.environmentVariable(StackOptions.VAR_DIR), "");
        for (int at = 0; at < args.size(); at++) {
            if (args.get(at).startsWith(StackOptions.VAR_DIR + "=")) {
                value = args.get(at).substring(StackOptions.VAR_DIR.length() + 1);
            } else if (args.get(at).equals(StackOptions.VAR_DIR) && at + 1 < args.size()) {
                value = args.get(at + 1);
            }
        }
        return value.isEmpty() ? null : Path.of(value);
    }

    /** All of the command, for a stack in these folders unless an option says otherwise. */
    public static CommandLine commandLine(StackFolders folders, Map<String, String> environment) {
        CommandLine root = new CommandLine(new TandemMain());
        Supplier<Map<String, String>> stack = () -> withoutSet(environment, folders);
        root.addSubcommand("run", RunCommand.commandLine(folders, stack, Clock.systemUTC()));
        root.addSubcommand("bench", BenchCommand.commandLine(folders, stack, Clock.systemUTC()));
        addHelp(root);
        root.registerConverter(Secret.class, Secret::new);
        root.setUsageHelpWidth(WIDTH);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setDefaultValueProvider(
                argument -> argument instanceof OptionSpec option ? defaultOf(option, folders, environment) : null);
        root.setParameterExceptionHandler((e, rest) -> {
            e.getCommandLine().getErr().println("tandem: " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(
                    e, e.getCommandLine().getErr());
            e.getCommandLine()
                    .getErr()
                    .println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return FailureKind.CONFIGURATION.exitCode();
        });
        root.setExecutionStrategy(parsed -> {
            refuseSecrets(root);
            return new CommandLine.RunLast().execute(parsed);
        });
        root.setExecutionExceptionHandler((e, command, parsed) -> fail(e, command, folders));
        return root;
    }

    private static void refuseSecrets(CommandLine root) {
        List<CommandLine> commands = root.getParseResult().asCommandLineList();
        List<String> secrets = Settings.secretsOnTheCommandLine(root);
        if (!secrets.isEmpty()) {
            throw new CommandLine.ParameterException(commands.get(commands.size() - 1), String.join("; ", secrets));
        }
    }

    private static int fail(Exception failure, CommandLine command, StackFolders folders) {
        LoggerFactory.getLogger(TandemMain.class).error("{} failed", command.getCommandName(), failure);
        if (failure instanceof TandemException known) {
            command.getErr().println("tandem: " + known.getMessage());
            return known.kind().exitCode();
        }
        command.getErr()
                .println("tandem: %s; this is a defect of Tandem, and %s has the details"
                        .formatted(failure, folders.log("launcher").path()));
        return FailureKind.INTERNAL.exitCode();
    }

    private static @Nullable String defaultOf(
            OptionSpec option, StackFolders folders, Map<String, String> environment) {
        String variable = Settings.environmentVariable(option.longestName());
        String set = environment.get(variable);
        return set == null ? withoutSet(environment, folders).get(variable) : set;
    }

    /** Where the running stack is, as far as the environment does not say otherwise. */
    private static Map<String, String> withoutSet(Map<String, String> environment, StackFolders folders) {
        Map<String, String> running = new HashMap<>(new RunningStack(folders).environment());
        running.keySet().removeAll(environment.keySet());
        return running;
    }

    private static void addHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null && !PASSING_ON.contains(command.getCommandName())) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows this help.")
                            .build());
        }
        command.getSubcommands().values().forEach(TandemMain::addHelp);
    }
}
