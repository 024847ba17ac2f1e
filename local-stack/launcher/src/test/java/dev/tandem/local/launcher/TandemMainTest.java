package dev.tandem.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.server.StackFolders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TandemMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "up --help",
                "down --help",
                "status --help",
                "smoke --help",
                "run --help",
                "import --help",
                "import online-retail --help",
                "apply-contracts --help",
                "airflow --help",
                "airflow trigger --help",
                "airflow status --help",
                "airflow wait --help",
                "airflow list --help",
                "import synthetic --help",
                "load lookups --help",
                "load views --help",
                "replay --help",
                "replay-views --help",
                "bench --help"
            })
    void everyCommandHasHelp(String line) {
        assertThat(execute(line)).isZero();
        assertThat(out.toString()).contains("Usage: tandem");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dmeo, 2, Unmatched argument",
        "up --api.prot=1, 2, '--api.port'",
        "up --api.port=many, 2, --api.port",
        "up --api.port=99999, 2, allowed: 1 to 65535",
        "run no-such-job, 3, allowed: sync-catalog",
        "import online-retail, 2, FILE",
        "import synthetic, 2, --until",
        "replay tandem.views.v1, 3, 'a topic of refused events, such as tandem.views.v1.rejected'",
        "replay tandem.views.v1.rejected --reason=boredom, 3, 'invalid_json, too_large'",
        "replay tandem.views.v1.rejected --from=a --again, 2, --from goes without",
        "load views --rate=0, 2, --rate=0 needs --count",
        "load views --count=0, 3, allowed: 1 to 5000000",
        "load views --through=post, 2, --through",
        "replay-views, 2, FILE",
        "bench no-such-benchmark, 3, benchmark is 'no-such-benchmark'"
    })
    void whatIsWrongIsOneSentenceWithAnExitCode(String line, int exitCode, String said) {
        assertThat(execute(line)).isEqualTo(exitCode);
        assertThat(err.toString()).startsWith("tandem: ").contains(said).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "apply-contracts, postgres",
        "apply-contracts, cassandra",
        "import synthetic --until=2026-01-01T00:00:00Z, postgres",
        "import online-retail orders.csv, postgres",
        "models list --tenant=shop, cassandra",
        "airflow list, airflow"
    })
    void aSecretComesFromTheEnvironmentOnly(String line, String owner) {
        assertThat(execute(line + " --" + owner + ".password=hunter2")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("tandem: --%s.password is a secret".formatted(owner))
                .contains("set TANDEM_%s_PASSWORD instead".formatted(owner.toUpperCase(Locale.ROOT)))
                .doesNotContain("hunter2");
    }

    @Test
    void statusOfAFolderWhereNothingRunsSaysHowToStart() {
        assertThat(execute("status --var-dir=" + folder)).isZero();
        assertThat(out.toString()).contains("Nothing runs in " + folder, "./tandem up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --var-dir=%s", "run no-such-job --var-dir=%s", "bench no-such-benchmark --var-dir %s"})
    void theStackMayBeNamedWhereverOthersNameIt(String line) {
        execute(line.formatted(folder));

        assertThat(out.toString() + err).doesNotContain("var-dir is", "Unknown").containsAnyOf("Usage: ", "no-such-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run sync-orders --var-dir=here", "up --var-dir here", "run --var-dir here sync-orders"})
    void theStackIsKnownBeforeTheCommandLineIsUnderstood(String line) {
        List<String> words = List.of(line.split(" ", -1));

        assertThat(TandemMain.varDir(words, Map.of("TANDEM_VAR_DIR", "there"))).isEqualTo(Path.of("here"));
        assertThat(TandemMain.varDir(List.of("up"), Map.of("TANDEM_VAR_DIR", "there")))
                .isEqualTo(Path.of("there"));
        assertThat(TandemMain.varDir(List.of("up"), Map.of())).isNull();
    }

    private int execute(String line) {
        return TandemMain.commandLine(new StackFolders(folder, folder.resolve("var")), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.split(" ", -1));
    }
}
