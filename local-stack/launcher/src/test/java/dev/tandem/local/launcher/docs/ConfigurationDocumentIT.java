package dev.tandem.local.launcher.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.launcher.TandemMain;
import dev.tandem.local.launcher.bench.Benchmark;
import dev.tandem.local.launcher.job.BatchJob;
import dev.tandem.local.launcher.job.JobProcess;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Writes {@code docs/configuration.md} from what each process says of itself, when run with {@code -Dtandem.docs=write}. */
class ConfigurationDocumentIT {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));
    private static final Path DOCUMENT = HOME.resolve("docs/configuration.md");

    @TempDir
    private Path folder;

    @Test
    void theDocumentIsWhatEachProcessSaysOfItself() throws Exception {
        // Of no stack, for the ports of a running one are its commands' defaults.
        StackFolders folders = new StackFolders(HOME, folder);
        StringBuilder document = new StringBuilder(
                """
                # Configuration

                What each process can be told, as its `--help` prints it. The command line wins over the environment, and
                that over the default; an option `--a.b-c` is the variable `TANDEM_A_B_C`. Passwords come from the
                environment only. All that is wrong with a configuration is reported at once.
                """);
        JobProcess process = new JobProcess(folders, "256m", Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"));
        for (BatchJob job : BatchJob.values()) {
            section(document, job.id(), help(process.prepare(job, List.of("--help"))));
        }
        section(
                document,
                "streaming-job",
                help(process.prepare("streaming-job", "dev.tandem.streaming.StreamingMain", List.of("--help"))));
        section(
                document,
                "serving-api",
                help(process.prepare("serving-api", "dev.tandem.serving.ServingMain", List.of("--help"))));
        CommandLine tandem = TandemMain.commandLine(folders, Map.of());
        for (String command : commands(tandem, "")) {
            section(document, "tandem " + command, help(tandem, command));
        }
        for (Benchmark benchmark : Benchmark.values()) {
            section(
                    document,
                    "tandem bench " + benchmark.id(),
                    help(process.prepare(benchmark.module(), benchmark.mainClass(), List.of("--help"))));
        }

        if (System.getProperty("tandem.docs", "check").equals("write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(DOCUMENT).hasContent(document.toString());
    }

    /** The words of each command that has no commands of its own. */
    private static List<String> commands(CommandLine command, String words) {
        return command.getSubcommands().isEmpty()
                ? List.of(words)
                : command.getSubcommands().entrySet().stream()
                        .flatMap(each -> commands(each.getValue(), (words + " " + each.getKey()).strip()).stream())
                        .toList();
    }

    private static String help(CommandLine tandem, String words) {
        StringWriter printed = new StringWriter();
        tandem.setOut(new PrintWriter(printed, true));
        assertThat(tandem.execute((words + " --help").split(" ", -1)))
                .as(printed.toString())
                .isZero();
        return printed.toString();
    }

    private static void section(StringBuilder document, String title, String help) {
        document.append("\n## ")
                .append(title)
                .append("\n\n```\n")
                .append(help.strip())
                .append("\n```\n");
    }

    private static String help(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().keySet().removeIf(name -> name.startsWith("TANDEM_"));
        // Apart: a JVM with an incubating module says so on its error stream.
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed;
        try (InputStream output = process.getInputStream()) {
            printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
