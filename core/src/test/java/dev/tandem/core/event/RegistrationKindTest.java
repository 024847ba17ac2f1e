package dev.tandem.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationKindTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00Z");

    private static Registration decode(RegistrationKind kind, String json) {
        return kind.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    private static String message(RegistrationKind kind, String json) {
        return decode(kind, json).message().toString().replace('"', '\'');
    }

    @Test
    void aUserIsCopiedFieldByFieldAndUnknownFieldsAreLeftOut() {
        Registration user = decode(
                RegistrationKind.USER,
                "{'user_id':'ann','tenant_id':'shop','name':'Ann','attributes':{'vip':true,'tags':['a',1.5]},"
                        + "'registered_at':'2026-10-01T12:00:00+02:00','shoe_size':7}");

        assertThat(user.key()).isEqualTo("shop/ann");
        assertThat(user.at()).isEqualTo("2026-10-01T10:00:00Z");
        assertThat(new String(user.encode(), StandardCharsets.UTF_8).replace('"', '\''))
                .isEqualTo(
                        "{'tenant_id':'shop','user_id':'ann','name':'Ann','attributes':{'vip':true,'tags':['a',1.5]},"
                                + "'registered_at':'2026-10-01T10:00:00Z'}");
    }

    @Test
    void anAmountHasTheDecimalsOfItsColumn() {
        assertThat(message(
                        RegistrationKind.ITEM,
                        "{'tenant_id':'shop','item_id':'cup','name':'Cup','category':'kitchen','price':0.30000000000000004,"
                                + "'in_stock':false}"))
                .isEqualTo("{'tenant_id':'shop','item_id':'cup','name':'Cup','category':'kitchen','price':0.30,"
                        + "'in_stock':false}");
    }

    @Test
    void linesWithoutNumbersHaveThoseOfTheirPlaces() {
        assertThat(message(
                        RegistrationKind.ORDER,
                        "{'tenant_id':'shop','order_id':'o1','lines':[{'item_id':'cup','quantity':2,'unit_price':100},"
                                + "{'line_number':7,'item_id':'hat','quantity':1},{'item_id':'cup','quantity':1}]}"))
                .isEqualTo("{'tenant_id':'shop','order_id':'o1','lines':["
                        + "{'item_id':'cup','line_number':1,'quantity':2,'unit_price':100.0000},"
                        + "{'item_id':'hat','line_number':7,'quantity':1},"
                        + "{'item_id':'cup','line_number':3,'quantity':1}]}");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEncodedIsDecodedAgain(RegistrationKind kind) {
        Registration first = decode(
                kind,
                "{'tenant_id':'shop','user_id':'ann','item_id':'cup','order_id':'o1','name':'Cup','category':'c','price':1.5,"
                        + "'kind':'cancellation','lines':[{'item_id':'cup','quantity':1}],'coupon_id':'c1',"
                        + "'discount_kind':'percent','discount':12.5,'item_ids':['cup'],'min_severity':2}");

        assertThat(kind.decode(first.encode(), RECEIVED)).isEqualTo(first);
        assertThat(RegistrationKind.onTopic(kind.topic().name())).contains(kind);
    }

    @Test
    void aCouponIsCopiedWithTimesThatAreAhead() {
        String coupon =
                "{'tenant_id':'shop','coupon_id':'ten','name':'Ten off','discount_kind':'amount','discount':10.00,"
                        + "'category':'cups','item_ids':['cup','mug'],'valid_from':'2026-12-01T00:00:00Z',"
                        + "'valid_until':'2027-01-01T00:00:00Z','withdrawn_at':'2026-10-01T00:00:00Z','min_severity':3,"
                        + "'once_per_user':false,'cool_down_days':3650,'budget':0,'attributes':{'code':'X'}}";

        assertThat(message(RegistrationKind.COUPON, coupon.replace("'mug'", "'mug','cup'")))
                .isEqualTo(coupon);
        assertThat(
                        message(
                                RegistrationKind.COUPON,
                                "{'tenant_id':'shop','coupon_id':'all','name':'All','discount_kind':'percent','discount':100,'item_ids':[]}"))
                .isEqualTo(
                        "{'tenant_id':'shop','coupon_id':'all','name':'All','discount_kind':'percent','discount':100.00,"
                                + "'item_ids':[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'coupon_id':null; missing_field; coupon_id",
                "'coupon_id':' '; invalid_value; coupon_id",
                "'name':null; missing_field; name",
                "'discount_kind':null; missing_field; discount_kind",
                "'discount_kind':'half'; invalid_value; discount_kind",
                "'discount':null; missing_field; discount",
                "'discount':'10'; wrong_type; discount",
                "'discount':0.004; invalid_value; discount",
                "'discount':-1; invalid_value; discount",
                "'discount':100.01; invalid_value; discount",
                "'discount_kind':'amount','discount':1e10; invalid_value; discount",
                "'category':'*'; invalid_value; category",
                "'item_ids':'cup'; wrong_type; item_ids",
                "'item_ids':['cup',7]; wrong_type; item_ids[1]",
                "'item_ids':['']; invalid_value; item_ids[0]",
                "'item_ids':[null]; missing_field; item_ids[0]",
                "'valid_from':'2026-12-01'; invalid_value; valid_from",
                "'valid_until':'+12026-12-01T00:00:00Z'; invalid_value; valid_until",
                "'valid_from':'2026-12-01T00:00:00Z','valid_until':'2026-12-01T00:00:00Z'; invalid_value; valid_until",
                "'withdrawn_at':'2026-11-01T09:35:01Z'; time_in_future; withdrawn_at",
                "'min_severity':0; invalid_value; min_severity",
                "'min_severity':4; invalid_value; min_severity",
                "'once_per_user':1; wrong_type; once_per_user",
                "'cool_down_days':-1; invalid_value; cool_down_days",
                "'cool_down_days':3651; invalid_value; cool_down_days",
                "'budget':-1; invalid_value; budget",
                "'budget':2147483648; invalid_value; budget",
                "'attributes':[]; wrong_type; attributes"
            })
    void whatTheTableOfCouponsWouldRefuseIsRefused(String fields, String reason, String field) {
        EventRefusal refusal = assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode(
                        RegistrationKind.COUPON,
                        "{'tenant_id':'shop','coupon_id':'c','name':'C','discount_kind':'percent','discount':10,"
                                + fields + "}"))
                .actual();

        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Test
    void aLaterMessageIsLaidOverAnEarlierOne() {
        Registration first = decode(
                RegistrationKind.ORDER,
                "{'tenant_id':'shop','order_id':'o1','user_id':'ann','lines':[{'item_id':'cup','quantity':1}]}");
        Registration second = RegistrationKind.ORDER.decode(
                "{\"tenant_id\":\"shop\",\"order_id\":\"o1\",\"lines\":[{\"item_id\":\"hat\",\"quantity\":2}]}"
                        .getBytes(StandardCharsets.UTF_8),
                RECEIVED.plusSeconds(9));

        Registration both = second.over(first);

        assertThat(both.receivedAt()).isEqualTo(RECEIVED);
        assertThat(both.message().toString().replace('"', '\''))
                .isEqualTo("{'tenant_id':'shop','order_id':'o1','user_id':'ann',"
                        + "'lines':[{'item_id':'hat','line_number':1,'quantity':2}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "USER;  {}; missing_field; tenant_id",
                "USER;  {'tenant_id':'shop'}; missing_field; user_id",
                "USER;  {'tenant_id':'shop','user_id':''}; invalid_value; user_id",
                "USER;  {'tenant_id':'shop','user_id':'u','name':3}; wrong_type; name",
                "USER;  {'tenant_id':'shop','user_id':'u','attributes':[]}; wrong_type; attributes",
                "USER;  {'tenant_id':'shop','user_id':'u','attributes':{'a':[{'b':'\\u0000'}]}}; invalid_value; attributes",
                "USER;  {'tenant_id':'shop','user_id':'u','attributes':{'\\ud800':1}}; invalid_value; attributes",
                "USER;  {'tenant_id':'shop','user_id':'u','attributes':{'a':1e999}}; invalid_value; attributes",
                "USER;  {'tenant_id':'shop','user_id':'u','registered_at':'2026-11-01T09:35:01Z'}; time_in_future; registered_at",
                "USER;  {'tenant_id':'shop','user_id':'u','registered_at':'-0044-03-15T12:00:00Z'}; time_too_old; registered_at",
                "ITEM;  {'tenant_id':'shop','item_id':'i','category':'c'}; missing_field; name",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I'}; missing_field; category",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':'*'}; invalid_value; category",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':''}; invalid_value; category",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':'c','price':'9'}; wrong_type; price",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':'c','price':-0.01}; invalid_value; price",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':'c','price':9999999999.995}; invalid_value; price",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':'c','price':1e999999}; invalid_value; price",
                "ITEM;  {'tenant_id':'shop','item_id':'i','name':'I','category':'c','in_stock':'yes'}; wrong_type; in_stock",
                "ORDER; {'tenant_id':'shop','order_id':'o'}; missing_field; lines",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':{}}; wrong_type; lines",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[]}; invalid_value; lines",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[3]}; wrong_type; lines[0]",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'quantity':1}]}; missing_field; lines[0].item_id",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'item_id':'i'}]}; missing_field; lines[0].quantity",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'item_id':'i','quantity':0}]}; invalid_value; lines[0].quantity",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'item_id':'i','quantity':1.5}]}; wrong_type; lines[0].quantity",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'item_id':'i','quantity':2147483648}]}; invalid_value; lines[0].quantity",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'item_id':'i','quantity':1,'unit_price':100000000}]}; invalid_value; lines[0].unit_price",
                "ORDER; {'tenant_id':'shop','order_id':'o','kind':'gift','lines':[{'item_id':'i','quantity':1}]}; invalid_value; kind",
                "ORDER; {'tenant_id':'shop','order_id':'o','user_id':' ','lines':[{'item_id':'i','quantity':1}]}; invalid_value; user_id",
                "ORDER; {'tenant_id':'shop','order_id':'o','lines':[{'item_id':'i','quantity':1},{'line_number':1,'item_id':'i','quantity':1}]}; invalid_value; lines[1].line_number",
            })
    void whatItsTableWouldRefuseIsRefusedWithReasonAndField(
            RegistrationKind kind, String json, String reason, String field) {
        EventRefusal refusal = assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode(kind, json))
                .actual();

        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.getMessage()).startsWith(field + " is ");
    }

    @Test
    void aRequestsEventIsOfTheRequestsTenant() {
        EventFields fields =
                EventFields.parse("{\"tenant_id\":\"other\",\"user_id\":\"u\"}".getBytes(StandardCharsets.UTF_8));

        Registration user = RegistrationKind.USER.read(fields, new TenantId("shop"), RECEIVED);

        assertThat(user.key()).isEqualTo("shop/u");
        assertThat(user.message()).hasToString("{\"tenant_id\":\"shop\",\"user_id\":\"u\"}");
        assertThat(user.at()).isEqualTo(RECEIVED);
    }
}
