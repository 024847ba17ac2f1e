package dev.tandem.serving.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadGateTest {
    private final ReadGate gate = new ReadGate(3);

    @Test
    void onlySoManyReadsAreUnderWay() {
        assertThat(gate.enter()).isEmpty();
        assertThat(gate.enter()).isEmpty();
        assertThat(gate.enter()).isEmpty();
        assertThat(gate.enter()).contains(StoreError.SHED);

        gate.answered();

        assertThat(gate.enter()).isEmpty();
        assertThat(gate.underWay()).isEqualTo(3);
    }

    @Test
    void afterManyReadsWithoutAnswerNoneIsBegun() {
        fail(40, StoreError.TIMEOUT);

        assertThat(gate.enter()).contains(StoreError.CIRCUIT_OPEN);
        assertThat(gate.isShut()).isTrue();
        assertThat(gate.underWay()).isZero();
    }

    @Test
    void aRefusedReadIsNoOutage() {
        fail(100, StoreError.REFUSED);

        assertThat(gate.enter()).isEmpty();
    }

    @Test
    void aFewFailuresAmongAnswersAreNoOutage() {
        for (int i = 0; i < 200; i++) {
            assertThat(gate.enter()).isEmpty();
            if (i % 3 == 0) {
                gate.failed(StoreError.TIMEOUT);
            } else {
                gate.answered();
            }
        }

        assertThat(gate.isShut()).isFalse();
    }

    private void fail(int times, StoreError error) {
        for (int i = 0; i < times && gate.enter().isEmpty(); i++) {
            gate.failed(error);
        }
    }
}
