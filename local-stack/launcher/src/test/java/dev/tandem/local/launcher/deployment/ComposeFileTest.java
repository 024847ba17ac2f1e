package dev.tandem.local.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.settings.Settings;
import dev.tandem.local.launcher.stack.SparkJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file cannot be run by the build; whatever it names is there, is pinned, and is said as the product says it. */
class ComposeFileTest {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));
    private static final Map<String, Map<String, Object>> SERVICES = services();

    @SuppressWarnings("unchecked") // what a compose file is
    private static Map<String, Map<String, Object>> services() {
        Map<String, Object> file = new Yaml().load(text("docker-compose.yml"));
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
    }

    private static String text(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<?> list(Map<String, Object> service, String key) {
        return service.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Map<String, Object> service, String key) {
        return service.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String version(String property) {
        return text("pom.xml").replaceFirst("(?s)^.*?<" + property + ">(.*?)</" + property + ">.*", "$1");
    }

    @Test
    void everyClassOfTandemThatIsStartedIsThere() {
        Set<String> classes = found(text("docker-compose.yml"), "(dev\\.tandem\\.[\\w.]+[A-Z]\\w+)");

        assertThat(classes).hasSize(3).allSatisfy(name -> assertThat(
                        List.of("serving-api", "streaming-job", "local-stack/launcher").stream()
                                .map(module -> HOME.resolve(module)
                                        .resolve("src/main/java")
                                        .resolve(name.replace('.', '/') + ".java"))
                                .filter(Files::exists))
                .as(name)
                .hasSize(1));
    }

    @Test
    void everySparkClassThatIsStartedIsOneThatTheClusterOfTheTestsStarts() {
        assertThat(found(text("docker-compose.yml"), "(org\\.apache\\.spark\\.[\\w.]+)"))
                .containsExactly("org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker");
    }

    @Test
    void theStreamingJobHasTheFlagsThatSparkNeeds() {
        Object options =
                map(SERVICES.getOrDefault("streaming", Map.of()), "environment").get("JDK_JAVA_OPTIONS");

        // What makes ranking faster is left out, because a Java that lacks it would not start.
        assertThat(SparkJvm.flags()).endsWith(String.valueOf(options).split("\\s+"));
    }

    @Test
    void everyFileThatIsMountedOrBuiltFromIsThere() {
        String file = text("docker-compose.yml");

        assertThat(found(file, "dockerfile: (\\S+)")).hasSize(2).allSatisfy(name -> assertThat(HOME.resolve(name))
                .exists());
        assertThat(found(file, "- \\./([^:/]+)[^:]*:"))
                .containsExactly("dags", "spark-submit")
                .allSatisfy(name -> assertThat(HOME.resolve(name)).isDirectory());
    }

    @Test
    void whatADockerfileTakesFromTheBuildIsMadeByIt() {
        String dockerfile = text("serving-api/Dockerfile");

        assertThat(found(dockerfile, "for module in ([^;]+);"))
                .containsExactly("serving-api streaming-job local-stack/launcher");
        assertThat(dockerfile).contains("target/*-" + version("version") + ".jar", "target/runtime.classpath");
        assertThat(found(text("docker-compose.yml"), "/opt/tandem/(launcher|serving-api|streaming-job)/\\*"))
                .containsExactly("launcher", "serving-api", "streaming-job");
    }

    @Test
    void everyImageHasAnExactTagAndTheProductsVersion() {
        String file = text("docker-compose.yml");

        assertThat(found(file, "image: (\\S+)"))
                .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+\\S*"))
                .contains(
                        "apache/kafka:" + version("dep.kafka.version"),
                        "apache/spark:" + version("dep.spark.version") + "-scala2.12-java17-ubuntu",
                        "cassandra:" + version("dep.cassandra.version"),
                        "postgres:" + version("dep.postgres-binaries.version").replaceFirst("\\.0$", ""));
        for (String dockerfile : List.of("dags/Dockerfile", "serving-api/Dockerfile")) {
            assertThat(found(text(dockerfile), "FROM (\\S+)"))
                    .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+\\.\\d+\\S*"));
        }
        assertThat(text("dags/Dockerfile")).contains("apache/spark:" + version("dep.spark.version"));
    }

    @Test
    void portsAreThoseOfTheLocalStackAndOpenOnLoopbackAlone() {
        List<String> ports = SERVICES.values().stream()
                .flatMap(service -> list(service, "ports").stream())
                .map(String::valueOf)
                .toList();

        assertThat(ports)
                .allMatch(port -> port.startsWith("127.0.0.1:"))
                .contains("127.0.0.1:15432:5432", "127.0.0.1:19092:19092", "127.0.0.1:19042:9042");
        assertThat(text("docs/configuration.md")).contains("Default: 15432", "Default: 19092", "Default: 19042");
        assertThat(map(SERVICES.getOrDefault("api", Map.of()), "environment").get("TANDEM_API_HOST"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void everyVariableOfAProcessIsASettingOfTandem() {
        Set<String> settings = found(text("docs/configuration.md"), "\\s--([a-z][a-z.-]+)=").stream()
                .map(option -> Settings.environmentVariable("--" + option))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> given = SERVICES.values().stream()
                .flatMap(service -> map(service, "environment").keySet().stream())
                .map(String::valueOf)
                .filter(name -> name.startsWith("TANDEM_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(given).hasSizeGreaterThan(5).isSubsetOf(settings);
    }

    @Test
    void everyAirflowVariableIsReadByTheDags() {
        String operator = text("dags/tandem/spark_job.py");

        assertThat(found(text("docker-compose.yml"), "AIRFLOW_VAR_(\\w+):"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(operator).contains("'" + name.toLowerCase(Locale.ROOT) + "'"));
    }

    @Test
    void secretsComeFromTheEnvironmentWithoutADefaultAndAreAllExplained() {
        String file = text("docker-compose.yml");

        assertThat(found(file, "(?<!\\$)\\$\\{(\\w+)")).isEqualTo(found(file, "\\$\\{(\\w+):\\?set "));
        assertThat(found(text(".env.example"), "(?m)^(\\w+)=$")).isEqualTo(found(file, "\\$\\{(\\w+):\\?set "));
        assertThat(text(".gitignore").lines()).contains(".env");
    }

    @Test
    void everyServiceWaitsOnlyForWhatThereIsAndCanTell() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            assertThat(service).as(name).containsKey("mem_limit");
            map(service, "depends_on").forEach((other, condition) -> {
                assertThat(SERVICES).containsKey(String.valueOf(other));
                if (String.valueOf(condition).contains("service_healthy")) {
                    assertThat(SERVICES.get(String.valueOf(other)))
                            .as("%s", other)
                            .containsKey("healthcheck");
                }
            });
        });
    }
}
