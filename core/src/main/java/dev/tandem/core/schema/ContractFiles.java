package dev.tandem.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The contract files on the class path, the authority on every table and topic: numbered, append-only.
 *
 * <p>PostgreSQL's are applied by Flyway from {@link #POSTGRES_LOCATION}. Cassandra's are applied in the order of
 * {@link #cassandraScripts()}.
 */
public final class ContractFiles {
    /** Where Flyway finds PostgreSQL's migrations, as a class-path folder. */
    public static final String POSTGRES_LOCATION = "contract/postgres";

    private static final String CASSANDRA_FOLDER = "contract/cassandra/";
    private static final List<String> CASSANDRA_SCRIPTS = List.of(
            "V001__answers.cql",
            "V002__more_lists.cql",
            "V003__coupons.cql",
            "V004__speed_layer.cql",
            "V005__feedback.cql");
    private static final String TOPICS = "contract/kafka/topics.json";

    private ContractFiles() {}

    /**
     * A numbered script of Cassandra's contract.
     *
     * @param version its file name, which orders it among the others
     * @param statements its statements, without comments and the closing semicolons
     */
    public record CassandraScript(String version, List<String> statements) {
        public CassandraScript {
            statements = List.copyOf(statements);
        }
    }

    /** Cassandra's scripts, oldest first. */
    public static List<CassandraScript> cassandraScripts() {
        return CASSANDRA_SCRIPTS.stream()
                .map(name -> new CassandraScript(name, statements(read(CASSANDRA_FOLDER + name))))
                .toList();
    }

    /** The topics as the contract file has them. */
    public static List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        try {
            for (JsonNode topic : new ObjectMapper().readTree(read(TOPICS))) {
                topics.add(new Topic(
                        topic.required("name").asText(),
                        topic.required("partitions").asInt(),
                        Duration.ofHours(topic.required("retention_hours").asLong())));
            }
        } catch (IOException e) {
            throw new TandemException(FailureKind.INTERNAL, TOPICS + " is not valid JSON", e);
        }
        return List.copyOf(topics);
    }

    private static List<String> statements(String script) {
        String code = script.replaceAll("(?m)--.*$", "");
        return Arrays.stream(code.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String resource) {
        try (InputStream in = ContractFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new TandemException(
                        FailureKind.INTERNAL, "Contract file " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TandemException(FailureKind.INTERNAL, "Contract file " + resource + " cannot be read", e);
        }
    }
}
