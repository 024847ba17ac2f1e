package dev.tandem.local.launcher.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.launcher.TandemMain;
import dev.tandem.local.launcher.job.BatchJob;
import dev.tandem.local.launcher.job.JobProcess;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/configuration.md} from what each process says of itself, when run with {@code -Dtandem.docs=write}. */
class ConfigurationDocumentIT {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));
    private static final Path DOCUMENT = HOME.resolve("docs/configuration.md");
    private static final StackFolders FOLDERS = new StackFolders(HOME, HOME.resolve("var"));

    @Test
    void theDocumentIsWhatEachProcessSaysOfItself() throws Exception {
        StringBuilder document = new StringBuilder(
                """
                # Configuration

                What each process can be told, as its `--help` prints it. The command line wins over the environment, and
                that over the default; an option `--a.b-c` is the variable `TANDEM_A_B_C`. Passwords come from the
                environment only. All that is wrong with a configuration is reported at once.
                """);
        for (BatchJob job : BatchJob.values()) {
            section(
                    document,
                    job.id(),
                    help(new JobProcess(FOLDERS, "256m", Map.of()).prepare(job, List.of("--help"))));
        }
        section(document, "serving-api", help(java("serving-api", "dev.tandem.serving.ServingMain")));
        for (String command : List.of(
                "up",
                "demo",
                "smoke",
                "import online-retail",
                "import synthetic",
                "apply-contracts",
                "airflow trigger",
                "airflow status",
                "airflow wait",
                "airflow list")) {
            section(
                    document,
                    "tandem " + command,
                    help(java("local-stack/launcher", TandemMain.class.getName(), command.split(" "))));
        }

        if (System.getProperty("tandem.docs", "check").equals("write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(DOCUMENT).hasContent(document.toString());
    }

    private static ProcessBuilder java(String module, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(ChildProcess.java(), "-Dtandem.home=" + HOME, "-cp", FOLDERS.classPath(module), mainClass));
        command.addAll(List.of(arguments));
        command.add("--help");
        return new ProcessBuilder(command);
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
