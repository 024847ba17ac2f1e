package dev.tandem.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractFilesTest {
    @Test
    void topicsOfTheFileAreTheTopicsOfTheMirror() {
        assertThat(ContractFiles.topics()).isEqualTo(Topics.ALL);
    }

    @Test
    void everyCassandraScriptInTheFolderIsAppliedInItsOrder() throws Exception {
        List<String> inFolder = files("contract/cassandra");

        assertThat(ContractFiles.cassandraScripts())
                .extracting(ContractFiles.CassandraScript::version)
                .isEqualTo(inFolder);
    }

    @Test
    void everyCassandraStatementCreatesOneTableOfTheMirrorOrAddsToOneWhereItIsSafeToDoSoTwice() {
        List<String> created = ContractFiles.cassandraScripts().stream()
                .flatMap(script -> script.statements().stream())
                .filter(statement -> !statement.matches("(?s)ALTER TABLE \\w+\\s+ADD IF NOT EXISTS .*"))
                .map(statement -> statement.replaceFirst("(?s)CREATE TABLE (\\w+).*", "$1"))
                .toList();

        assertThat(created)
                .isEqualTo(CassandraTables.ALL.stream().map(Table::name).toList());
    }

    @Test
    void everyTableOfAShopsDataBeginsItsKeyWithTheTenant() {
        assertThat(Stream.concat(CassandraTables.ALL.stream(), PostgresTables.ALL.stream()))
                .filteredOn(table -> !table.equals(CassandraTables.QUERY_LEASES))
                .allSatisfy(table -> assertThat(table.partitionKey()).first().isEqualTo(Columns.TENANT_ID));
    }

    @Test
    void everyColumnNameIsUsedByATable() {
        Set<String> used = Stream.concat(CassandraTables.ALL.stream(), PostgresTables.ALL.stream())
                .flatMap(table -> table.columnNames().stream())
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Columns.class.getFields()).map(ContractFilesTest::text))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    private static String text(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> files(String folder) throws IOException, URISyntaxException {
        URL url =
                Objects.requireNonNull(ContractFilesTest.class.getClassLoader().getResource(folder));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
