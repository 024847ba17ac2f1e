package dev.tandem.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackCodecTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00.250Z");
    private static final TenantId SHOP = new TenantId("shop");
    private static final String ELEPHANT = "\uD83D\uDC18";

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Feedback read(String json) {
        return FeedbackCodec.read(EventFields.parse(bytes(json)), SHOP, RECEIVED);
    }

    /** A whole feedback with some fields in another way: of two fields of one name the later counts. */
    private static Feedback readWith(String fields) {
        return read("{'feedback_id':'f','user_id':'u','item_id':'i','score':2,'text':'bad',"
                + "'rated_at':'2026-11-01T09:00:00Z'," + fields + "}");
    }

    private static Feedback again(Feedback feedback) {
        return FeedbackCodec.decode(FeedbackCodec.encode(feedback), RECEIVED);
    }

    @Nested
    class Message {
        @Test
        void hasEverythingThatAWholeFeedbackHas() {
            Feedback feedback = readWith("'text':'\\\"Größe\\\" falsch, leider " + ELEPHANT + "'");

            assertThat(new String(FeedbackCodec.encode(feedback), StandardCharsets.UTF_8).replace('"', '\''))
                    .isEqualTo("{'feedback_id':'f','tenant_id':'shop','user_id':'u','item_id':'i','score':2,"
                            + "'text':'\\'Größe\\' falsch, leider " + ELEPHANT + "','rated_at':'2026-11-01T09:00:00Z',"
                            + "'valid':true,'flags':[]}");
            assertThat(again(feedback)).isEqualTo(feedback);
        }

        @Test
        void leavesOutWhatAFeedbackDoesNotHave() {
            Feedback feedback = read("{'feedback_id':'f'}");

            assertThat(FeedbackCodec.json(feedback).toString().replace('"', '\''))
                    .isEqualTo(
                            "{'feedback_id':'f','tenant_id':'shop','rated_at':'2026-11-01T09:30:00.250Z','valid':false,"
                                    + "'flags':['missing_item_id','missing_score','missing_text','missing_time','missing_user_id']}");
            assertThat(again(feedback)).isEqualTo(feedback);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "'item_id':'\\u0007'; unusable_item_id",
                    "'rated_at':'yesterday'; unreadable_time",
                    "'rated_at':'2026-11-01T09:40:00Z'; time_in_future",
                    "'rated_at':null; missing_time"
                })
        void tellsWhatIsNotSeenInItAnyMore(String fields, String flag) {
            Feedback feedback = readWith(fields);

            assertThat(feedback.flagWords()).containsExactly(flag);
            assertThat(again(feedback)).isEqualTo(feedback);
        }

        @Test
        void isBelievedInNothingThatItsFieldsSayThemselves() {
            Feedback feedback = FeedbackCodec.decode(
                    bytes(
                            "{'tenant_id':'shop','user_id':'u','item_id':'i','score':1,'text':'t','rated_at':1793000000,"
                                    + "'valid':false,'flags':['missing_score','missing_user_id','unusable_item_id','nonsense',7]}"),
                    RECEIVED);

            assertThat(feedback.isValid()).isTrue();
            assertThat(again(feedback)).isEqualTo(feedback);
        }

        @Test
        void ofTheLongestFeedbackCanBeReadAgain() {
            Feedback feedback = readWith(
                    "'text':'" + "\\u0001".repeat(FeedbackCodec.MAX_TEXT) + "','user_id':'" + "ü".repeat(128) + "'");

            assertThat(again(feedback)).isEqualTo(feedback);
        }
    }

    @Nested
    class Flags {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "'user_id':null; missing_user_id",
                    "'user_id':' '; missing_user_id",
                    "'item_id':null; missing_item_id",
                    "'item_id':''; missing_item_id",
                    "'item_id':'\\ud83d'; unusable_item_id",
                    "'score':null; missing_score",
                    "'score':' '; missing_score",
                    "'score':0; score_out_of_range",
                    "'score':6; score_out_of_range",
                    "'score':-1; score_out_of_range",
                    "'text':null; missing_text",
                    "'text':''; missing_text",
                    "'text':' \\n'; blank_text",
                    "'rated_at':''; missing_time",
                    "'rated_at':true; unreadable_time",
                    "'rated_at':{}; unreadable_time",
                    "'rated_at':1e999; unreadable_time",
                    "'rated_at':'2026-11-01T09:35:00.251Z'; time_in_future"
                })
        void sayWhatIsWrong(String fields, String flag) {
            assertThat(readWith(fields).flagWords()).containsExactly(flag);
        }

        @Test
        void haveAWordEachThatMeansThem() {
            Set<FeedbackFlag> meant = EnumSet.allOf(FeedbackFlag.class).stream()
                    .map(flag -> FeedbackFlag.of(flag.word()).orElseThrow())
                    .collect(Collectors.toSet());

            assertThat(meant).isEqualTo(EnumSet.allOf(FeedbackFlag.class));
        }

        @Test
        void ofATextThatIsTooLongStayWithWhatIsLeftOfIt() {
            Feedback feedback = readWith("'text':'" + "a".repeat(9_999) + ELEPHANT + "'");

            assertThat(feedback.text()).isEqualTo("a".repeat(9_999));
            assertThat(feedback.flagWords()).containsExactly("text_too_long");
            assertThat(again(feedback)).isEqualTo(feedback);
        }

        @Test
        void areNoneOfALongestTextWithAPairAtItsEnd() {
            Feedback feedback = readWith("'text':'" + "a".repeat(9_998) + ELEPHANT + "'");

            assertThat(feedback.text()).endsWith("a" + ELEPHANT);
            assertThat(feedback.isValid()).isTrue();
        }
    }

    @Nested
    class Fields {
        @ParameterizedTest
        @CsvSource({
            "2, 2",
            "2.0, 2",
            "'\"2\"', 2",
            "'\" 2.00 \"', 2",
            "'\"+2\"', 2",
            "1e300, 2147483647",
            "-1e999, -2147483648",
            "'\"12345678901\"', 2147483647",
            "12345678901234567890123, 2147483647"
        })
        void aScoreIsAWholeNumberInAnyForm(String given, int score) {
            assertThat(readWith("'score':" + given).score()).isEqualTo(score);
        }

        @Test
        void idsMayBeWholeNumbers() {
            Feedback feedback = readWith("'feedback_id':7,'user_id':12345678901234567890,'item_id':0");

            assertThat(feedback.feedbackId()).isEqualTo("7");
            assertThat(feedback.userId()).isEqualTo("12345678901234567890");
            assertThat(feedback.itemId()).isEqualTo("0");
        }

        @Test
        void idsHaveNoSpaceAroundThem() {
            Feedback feedback = readWith("'feedback_id':' f ','user_id':' u ','item_id':'\\ti'");

            assertThat(feedback).isEqualTo(readWith("'score':2"));
        }

        @Test
        void halfASurrogatePairInATextIsAQuestionMark() {
            assertThat(readWith("'text':'so bad \\ud83d'").text()).isEqualTo("so bad ?");
        }

        @ParameterizedTest
        @CsvSource({
            "'\"2026-10-30\"', 2026-10-30T00:00:00Z",
            "'\"2026-10-30 08:15\"', 2026-10-30T08:15:00Z",
            "'\"2026-10-30T08:15:00+02:00\"', 2026-10-30T06:15:00Z",
            "1793000000.5, 2026-10-26T07:33:20.500Z",
            "'\"1793000000500\"', 2026-10-26T07:33:20.500Z"
        })
        void aTimeIsReadInManyForms(String given, Instant time) {
            Feedback feedback = readWith("'rated_at':" + given);

            assertThat(feedback.ratedAt()).isEqualTo(time);
            assertThat(feedback.isValid()).isTrue();
        }

        @Test
        void aClockThatIsALittleAheadCountsAsNow() {
            Feedback feedback = readWith("'rated_at':'2026-11-01T09:35:00Z'");

            assertThat(feedback.ratedAt()).isEqualTo(RECEIVED);
            assertThat(feedback.isValid()).isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "'score':2.5; wrong_type; score",
                    "'score':'2.5'; wrong_type; score",
                    "'score':'five'; wrong_type; score",
                    "'score':true; wrong_type; score",
                    "'score':[2]; wrong_type; score",
                    "'user_id':7.5; wrong_type; user_id",
                    "'user_id':{}; wrong_type; user_id",
                    "'user_id':'a\\u0000'; invalid_value; user_id",
                    "'user_id':'\\ud83d'; invalid_value; user_id",
                    "'item_id':true; wrong_type; item_id",
                    "'text':7; wrong_type; text",
                    "'feedback_id':true; wrong_type; feedback_id",
                    "'feedback_id':'a\\u0000b'; invalid_value; feedback_id",
                })
        void whatCannotBeReadIsRefused(String fields, String reason, String field) {
            EventRefusal refusal = assertThatExceptionOfType(EventRefusal.class)
                    .isThrownBy(() -> readWith(fields))
                    .actual();

            assertThat(refusal.reason().code()).isEqualTo(reason);
            assertThat(refusal.field()).isEqualTo(field);
        }

        @Test
        void idsThatNobodyCanHaveAreRefusedOrLeftOut() {
            String tooLong = "x".repeat(129);

            assertThatExceptionOfType(EventRefusal.class)
                    .isThrownBy(() -> readWith("'user_id':'" + tooLong + "'"))
                    .withMessageStartingWith("user_id is 'xxx")
                    .withMessageEndingWith("allowed: 1 to 128 characters, not all blank, no control characters");
            assertThatExceptionOfType(EventRefusal.class)
                    .isThrownBy(() -> readWith("'feedback_id':'" + tooLong + "'"))
                    .withMessageEndingWith("allowed: 128 characters at the most, no control characters");
            assertThatExceptionOfType(EventRefusal.class)
                    .isThrownBy(() -> readWith("'feedback_id':" + "1".repeat(129)))
                    .withMessageEndingWith("allowed: 128 digits at the most");
            assertThat(readWith("'item_id':'" + tooLong + "'").itemId()).isEmpty();
        }

        @Test
        void aMessageNamesItsTenant() {
            assertThatExceptionOfType(EventRefusal.class)
                    .isThrownBy(() -> FeedbackCodec.decode(bytes("{'score':1}"), RECEIVED))
                    .withMessage("tenant_id is missing; every event of this type has it");
        }
    }

    @Nested
    class DerivedIds {
        private static Feedback at(String time, Instant received) {
            byte[] json = bytes("{'user_id':'u','item_id':'i','score':1,'text':'bad','rated_at':" + time + "}");
            return FeedbackCodec.read(EventFields.parse(json), SHOP, received);
        }

        @Test
        void followFromWhatIsSaid() {
            Feedback feedback = at("'2026-11-01T09:00:00Z'", RECEIVED);

            assertThat(at("'2026-11-01T10:00:00+01:00'", RECEIVED.plusSeconds(9))
                            .feedbackId())
                    .isEqualTo(feedback.feedbackId())
                    .hasSize(22);
            assertThat(at("'2026-11-01T09:00:01Z'", RECEIVED).feedbackId()).isNotEqualTo(feedback.feedbackId());
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {"'2026-11-01T09:33:00Z'", "'2027-11-01T09:33:00Z'", "'at noon'"})
        void areTheSameOfWhatIsSentAgainWithATimeThatDoesNotCount(String time) {
            assertThat(at(time, RECEIVED.plusSeconds(60)).feedbackId())
                    .isEqualTo(at(time, RECEIVED).feedbackId());
        }

        @Test
        void stayWhereTheMessageIsReadLater() {
            Feedback feedback = at("null", RECEIVED);

            Feedback later = FeedbackCodec.decode(FeedbackCodec.encode(feedback), RECEIVED.plusSeconds(3));

            assertThat(later.feedbackId()).isEqualTo(feedback.feedbackId());
            assertThat(later.ratedAt()).isEqualTo(RECEIVED);
        }
    }
}
