package dev.tandem.core.feedback;

import java.util.Arrays;
import java.util.Optional;

/** What is wrong with a feedback. A flag never keeps it from being answered; a missing user or score does, since there is nobody, or nothing, to answer. */
public enum FeedbackFlag {
    MISSING_USER_ID("missing_user_id"),
    MISSING_ITEM_ID("missing_item_id"),
    /** No id of any item: it is left out. */
    UNUSABLE_ITEM_ID("unusable_item_id"),
    MISSING_SCORE("missing_score"),
    /** Not 1 to 5. */
    SCORE_OUT_OF_RANGE("score_out_of_range"),
    MISSING_TEXT("missing_text"),
    /** Nothing but white space. */
    BLANK_TEXT("blank_text"),
    /** Longer than is kept: it is cut. */
    TEXT_TOO_LONG("text_too_long"),
    /** The time of receipt stands for it. */
    MISSING_TIME("missing_time"),
    /** The time of receipt stands for it. */
    UNREADABLE_TIME("unreadable_time"),
    /** The time of receipt stands for it. */
    TIME_IN_FUTURE("time_in_future");

    private final String word;

    FeedbackFlag(String word) {
        this.word = word;
    }

    /** The flag of a word; empty where there is none. */
    public static Optional<FeedbackFlag> of(String word) {
        return Arrays.stream(values()).filter(flag -> flag.word.equals(word)).findFirst();
    }

    /** The word in messages, tables and answers. */
    public String word() {
        return word;
    }
}
