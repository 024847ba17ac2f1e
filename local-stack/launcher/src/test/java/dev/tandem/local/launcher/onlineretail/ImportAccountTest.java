package dev.tandem.local.launcher.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The account of an import. */
class ImportAccountTest {
    @Test
    void addsUp() {
        ImportAccount account = account(17);

        assertThat(account.rowsSetAside()).isEqualTo(7);
    }

    @Test
    void isADefectWhereItDoesNotAddUp() {
        assertThatThrownBy(() -> account(18))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERNAL))
                .hasMessage("18 rows were read but 17 accounted for; nothing was written.");
    }

    private static ImportAccount account(long rowsRead) {
        Map<RejectReason, Long> setAside = Map.of(RejectReason.BAD_DATE, 5L, RejectReason.BAD_PRICE, 2L);
        return new ImportAccount(rowsRead, 4, 3, 2, 1, setAside, 1, 1, 1, 0);
    }
}
