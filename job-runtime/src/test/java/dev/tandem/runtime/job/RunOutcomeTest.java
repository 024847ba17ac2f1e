package dev.tandem.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.failure.FailureKind;
import org.junit.jupiter.api.Test;

class RunOutcomeTest {
    private final RunOutcome outcome = new RunOutcome();

    @Test
    void isGoodWhereNothingFailed() {
        outcome.done();

        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void isThatOfTheWorstFailure() {
        outcome.failed(FailureKind.DEPENDENCY);
        outcome.failed(FailureKind.INPUT);
        outcome.done();

        assertThat(outcome.exitCode()).isEqualTo(FailureKind.INPUT.exitCode());
    }

    @Test
    void isARefusalWhereNoTenantHasAGoodModel() {
        outcome.failed(FailureKind.QUALITY_GATE);
        outcome.failed(FailureKind.QUALITY_GATE);

        assertThat(outcome.exitCode()).isEqualTo(FailureKind.QUALITY_GATE.exitCode());
    }

    @Test
    void isGoodWhereOneTenantIsRefusedAndAnotherNot() {
        outcome.failed(FailureKind.QUALITY_GATE);
        outcome.done();

        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void isThatOfAQualityGateWhereSomethingWasFoundForOneTenantHoweverWellItWentForOthers() {
        outcome.found();
        outcome.done();
        outcome.done();

        assertThat(outcome.exitCode()).isEqualTo(FailureKind.QUALITY_GATE.exitCode());
    }

    @Test
    void isThatOfAFailureBeforeThatOfAFinding() {
        outcome.found();
        outcome.failed(FailureKind.DEPENDENCY);

        assertThat(outcome.exitCode()).isEqualTo(FailureKind.DEPENDENCY.exitCode());
    }
}
