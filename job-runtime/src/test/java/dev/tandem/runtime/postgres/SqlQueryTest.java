package dev.tandem.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SqlQueryTest {
    @Test
    void eachValueBecomesALiteralOfItsType() {
        SqlQuery query = SqlQuery.of("a = :text AND b >= :number AND c < :time")
                .with("text", "shop")
                .with("number", 7L)
                .with("time", Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(query.toSql()).isEqualTo("a = 'shop' AND b >= 7 AND c < timestamptz '2026-01-01T00:00:00Z'");
    }

    @Test
    void textCannotLeaveItsQuotes() {
        assertThat(SqlQuery.of("a = :text").with("text", "x' OR '1'='1").toSql())
                .isEqualTo("a = 'x'' OR ''1''=''1'");
        assertThat(SqlQuery.of("a = :text").with("text", "$1\\").toSql()).isEqualTo("a = '$1\\'");
    }

    @Test
    void aCastIsNoName() {
        assertThat(SqlQuery.of("x::text = :x").with("x", 1).toSql()).isEqualTo("x::text = 1");
    }

    @Test
    void aValueWithANameInItIsNotFilledAgain() {
        assertThat(SqlQuery.of(":a :b").with("a", ":b").with("b", 1).toSql()).isEqualTo("':b' 1");
    }

    @Test
    void twoQueriesThatShareAValueBecomeOne() {
        SqlQuery shops = SqlQuery.of("SELECT a = :tenant").with("tenant", "shop");
        SqlQuery more = SqlQuery.of("SELECT b = :tenant AND :from")
                .with("tenant", "shop")
                .with("from", 1);

        assertThat(shops.unionAll(more).toSql()).isEqualTo("SELECT a = 'shop' UNION ALL SELECT b = 'shop' AND 1");
    }

    @Test
    void twoQueriesThatDisagreeAboutAValueAreNotJoined() {
        SqlQuery mine = SqlQuery.of(":tenant").with("tenant", "mine");
        SqlQuery theirs = SqlQuery.of(":tenant").with("tenant", "theirs");

        assertThatThrownBy(() -> mine.unionAll(theirs)).hasMessage("Both queries have a value for :tenant");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> SqlQuery.of("a = :tenant").toSql()).hasMessage("Query has no value for :tenant");
    }
}
