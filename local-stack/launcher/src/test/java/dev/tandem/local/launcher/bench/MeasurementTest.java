package dev.tandem.local.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void aLineCarriesWayRoundTimeAmountAndFurtherNumbers() {
        String line =
                "measurement {\"way\":\"ours\",\"round\":2,\"seconds\":0.5,\"amount\":100,\"unit\":\"rows\",\"peak_mib\":812}";

        assertThat(Measurement.parse(line))
                .contains(new Measurement("ours", 2, 0.5, 100, "rows", Map.of("peak_mib", 812.0)));
    }

    @Test
    void otherLinesAreNoMeasurements() {
        assertThat(Measurement.parse("23:01 INFO measurement begins")).isEmpty();
    }

    @Test
    void aLineThatLacksAFieldIsADefectAndQuoted() {
        assertThatThrownBy(() -> Measurement.parse("measurement {\"way\":\"ours\"}"))
                .isInstanceOf(TandemException.class)
                .hasMessage("Not a measurement: measurement {\"way\":\"ours\"}");
    }

    @Test
    void timeMustHavePassed() {
        assertThatThrownBy(() -> new Measurement("ours", 1, 0, 100, "rows", Map.of()))
                .hasMessage("Measurement of 'ours' took 0.0 s; it must take some time");
    }
}
