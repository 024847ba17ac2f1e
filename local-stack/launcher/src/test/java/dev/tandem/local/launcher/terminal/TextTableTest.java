package dev.tandem.local.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        TextTable table = new TextTable("PROCESS", "PID");
        table.add("api", "12");
        table.add("cassandra", "3");

        assertThat(table.lines()).containsExactly("PROCESS    PID", "api        12", "cassandra  3");
    }
}
