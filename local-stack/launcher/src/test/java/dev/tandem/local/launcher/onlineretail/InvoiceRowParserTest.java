package dev.tandem.local.launcher.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a row, judged by itself. */
class InvoiceRowParserTest {
    private static final InvoiceRowParser PARSER =
            new InvoiceRowParser(CsvHeader.parse("orders.csv", OnlineRetailFiles.HEADER), ZoneId.of("Europe/London"));

    @Test
    void readsASale() {
        RowFate fate = PARSER.parse("536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,France");

        assertThat(fate)
                .isEqualTo(new RowFate.Accepted(new InvoiceRow(
                        "536365",
                        OrderKind.SALE,
                        "85123A",
                        "WHITE HANGING HEART",
                        6,
                        Instant.parse("2010-12-01T08:26:00Z"),
                        new BigDecimal("2.5500"),
                        new UserId("17850"),
                        "France")));
    }

    @Test
    void countsWhatACancellationGivesBackAsPositive() {
        InvoiceRow row = accepted("C536379,21730,GLASS STAR,-3,2010-12-01 09:41:00,4.25,14527.0,Spain");

        assertThat(row.kind()).isEqualTo(OrderKind.CANCELLATION);
        assertThat(row.invoice()).isEqualTo("C536379");
        assertThat(row.quantity()).isEqualTo(3);
    }

    @Test
    void readsSummerDatesAsLocalTimes() {
        InvoiceRow row = accepted("1,85123A,X,1,2011-07-01 08:26:00,1,,Spain");

        assertThat(row.at()).isEqualTo(Instant.parse("2011-07-01T07:26:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-12-01 08:26:00", "2010-12-01 08:26", "2010-12-01T08:26:00", "12/1/2010 8:26"})
    void readsTheFormsOfADateThatArePublished(String date) {
        InvoiceRow row = accepted("1,85123A,X,1," + date + ",1,,Spain");

        assertThat(row.at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "85123a,85123A,true",
        "' 85123A ',85123A,true",
        "POST,POST,false",
        "m,M,false",
        "DCGS0003,DCGS0003,false",
        "gift_0001_20,GIFT_0001_20,false",
        "BANK CHARGES,BANK CHARGES,false",
        "8512,8512,false"
    })
    void tellsItemsFromCharges(String code, String kept, boolean isItem) {
        InvoiceRow row = accepted("1," + code + ",X,1,2010-12-01 08:26:00,1,,Spain");

        assertThat(row.code()).isEqualTo(kept);
        assertThat(row.isItem()).isEqualTo(isItem);
    }

    @ParameterizedTest
    @CsvSource({"17850.0,17850", "17850,17850", "' 17850.00 ',17850", "guest-7,guest-7"})
    void readsTheCustomerWithoutItsDecimals(String customer, String id) {
        InvoiceRow row = accepted("1,85123A,X,1,2010-12-01 08:26:00,1," + customer + ",Spain");

        assertThat(row.customer()).isEqualTo(new UserId(id));
    }

    @Test
    void keepsAFreeItemAndARowWithoutCustomer() {
        InvoiceRow row = accepted("1,85123A,X,1,2010-12-01 08:26:00,0.0,,Spain");

        assertThat(row.isPriced()).isFalse();
        assertThat(row.customer()).isNull();
    }

    @Test
    void keepsANegativeChargeSuchAsABadDebt() {
        InvoiceRow row = accepted("A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,Spain");

        assertThat(row.unitPrice()).isEqualByComparingTo("-11062.06");
    }

    @Test
    void readsQuotedFieldsAndEvensOutBlanks() {
        InvoiceRow row = accepted("1,85123A,\"LUNCH  BAG, \"\"SUKI\"\" \",1,2010-12-01 08:26:00,1,,Spain");

        assertThat(row.description()).isEqualTo("LUNCH BAG, \"SUKI\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,85123A,X,1,2010-12-01 08:26:00,1,Spain|UNREADABLE_ROW",
                "1,85123A,X,Y,1,2010-12-01 08:26:00,1,,Spain|UNREADABLE_ROW",
                "1,85123A,\"X,1,2010-12-01 08:26:00,1,,Spain|UNREADABLE_ROW",
                "1,85123A,\"X\"Y,1,2010-12-01 08:26:00,1,,Spain|UNREADABLE_ROW",
                ",85123A,X,1,2010-12-01 08:26:00,1,,Spain|MISSING_INVOICE",
                "1,,X,1,2010-12-01 08:26:00,1,,Spain|MISSING_STOCK_CODE",
                "1,85123A,X,,2010-12-01 08:26:00,1,,Spain|BAD_QUANTITY",
                "1,85123A,X,1.5,2010-12-01 08:26:00,1,,Spain|BAD_QUANTITY",
                "1,85123A,X,99999999999,2010-12-01 08:26:00,1,,Spain|BAD_QUANTITY",
                "1,85123A,X,0,2010-12-01 08:26:00,1,,Spain|ZERO_QUANTITY",
                "1,85123A,X,1,2011-02-30 08:26:00,1,,Spain|BAD_DATE",
                "1,85123A,X,1,yesterday,1,,Spain|BAD_DATE",
                "1,85123A,X,1,,1,,Spain|BAD_DATE",
                "1,85123A,X,1,2010-12-01 08:26:00,,,Spain|BAD_PRICE",
                "1,85123A,X,1,2010-12-01 08:26:00,1e9,,Spain|BAD_PRICE",
                "1,85123A,X,1,2010-12-01 08:26:00,123456789,,Spain|BAD_PRICE",
                "1,85123A,X,1,2010-12-01 08:26:00,1,.0,Spain|BAD_CUSTOMER",
                "1,85123A,X,1,2010-12-01 08:26:00,-1,,Spain|NEGATIVE_PRICE",
                "1,85123A,damaged,-8,2010-12-01 08:26:00,0,,Spain|NEGATIVE_QUANTITY_WITHOUT_CANCELLATION",
                "C1,85123A,X,8,2010-12-01 08:26:00,1,,Spain|POSITIVE_QUANTITY_ON_CANCELLATION"
            },
            quoteCharacter = '\'')
    void setsAsideWhatCannotBecomePartOfAnOrder(String line, RejectReason reason) {
        RowFate fate = PARSER.parse(line);

        assertThat(fate).isInstanceOfSatisfying(RowFate.SetAside.class, set -> assertThat(set.reason())
                .isEqualTo(reason));
    }

    @Test
    void setsAsideAnInvoiceNumberThatIsNoId() {
        RowFate fate = PARSER.parse("1".repeat(200) + ",85123A,X,1,2010-12-01 08:26:00,1,,Spain");

        assertThat(fate).isEqualTo(new RowFate.SetAside(RejectReason.MISSING_INVOICE, ""));
    }

    private static InvoiceRow accepted(String line) {
        RowFate fate = PARSER.parse(line);
        assertThat(fate).isInstanceOf(RowFate.Accepted.class);
        return ((RowFate.Accepted) fate).row();
    }
}
