package dev.tandem.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobReportTest {
    private static final JobReport REPORT = new JobReport(
                    "sync-orders",
                    new TenantId("shop"),
                    DataInterval.upTo(Instant.parse("2026-02-01T00:00:00Z"), Duration.ofDays(1)),
                    Map.of(),
                    Map.of(),
                    Map.of("read", Duration.ofMillis(1234)),
                    null)
            .count("read", 3)
            .count("written", 2)
            .note("model_version", "v1");

    @Test
    void isOneLineForPeople() {
        assertThat(REPORT)
                .hasToString("sync-orders for shop over [2026-01-31T00:00:00Z, 2026-02-01T00:00:00Z):"
                        + " read=3, written=2, model_version=v1 (read 1.2 s)");
    }

    @Test
    void isOneJsonObjectForMachines() {
        assertThat(REPORT.toJson())
                .isEqualTo("{\"job\":\"sync-orders\",\"tenant_id\":\"shop\","
                        + "\"interval_start\":\"2026-01-31T00:00:00Z\",\"interval_end\":\"2026-02-01T00:00:00Z\","
                        + "\"counts\":{\"read\":3,\"written\":2},\"notes\":{\"model_version\":\"v1\"},"
                        + "\"steps_ms\":{\"read\":1234}}");
    }

    @Test
    void whatAPersonMustLookAtIsForMachinesToo() {
        assertThat(REPORT.find("One is missing").toJson()).endsWith(",\"finding\":\"One is missing\"}");
    }

    @Test
    void whatWasNotCountedIsZero() {
        assertThat(REPORT.count("deleted")).isZero();
    }
}
