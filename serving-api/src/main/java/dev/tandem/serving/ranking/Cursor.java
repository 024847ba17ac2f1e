package dev.tandem.serving.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page begins: a place in each source that the pages before have asked. It keeps pages on one snapshot. */
final class Cursor {
    /*
     * In a query, a cursor is Base64 of a line that binds it to its question and a line for each place; after the
     * binding stands what was demoted, if anything. The binding is a digest and no signature: who forges one reads a
     * list of his own tenant from another place, and nothing else.
     */
    private static final int BINDING_BYTES = 9;
    private static final int MAX_LENGTH = 1000;
    private static final Pattern PLACE = Pattern.compile("([a-zA-Z0-9._-]{0,150})~(\\d{1,5})(?:~(\\d{1,5}))?");
    private static final char DEMOTED = '~';
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    /** Where a question's page begins. */
    static Begin read(ListQuestion question) {
        return question.cursor().isEmpty() ? new Begin("", List.of()) : decode(question);
    }

    /** The cursor of the page that begins here. */
    static String write(ListQuestion question, Begin begin) {
        StringBuilder text = new StringBuilder(binding(question));
        if (!begin.demoted().isEmpty()) {
            text.append(DEMOTED).append(begin.demoted());
        }
        for (Place place : begin.places()) {
            text.append('\n').append(place.stamp()).append('~').append(place.position());
            if (place.demotedPosition() > 0) {
                text.append('~').append(place.demotedPosition());
            }
        }
        return ENCODER.encodeToString(text.toString().getBytes(UTF_8));
    }

    /** The refusal of a cursor whose lists are not there any more. */
    static ErrorAnswer expired() {
        return ErrorAnswer.of(
                        ErrorCode.EXPIRED_CURSOR,
                        "The lists from which this cursor's pages were made have been replaced; ask again without cursor"
                                + " for the first page of the new ones")
                .with("field", "cursor");
    }

    private static Begin decode(ListQuestion question) {
        String[] lines = text(question.cursor()).split("\n", -1);
        int mark = lines[0].indexOf(DEMOTED);
        String bound = mark < 0 ? lines[0] : lines[0].substring(0, mark);
        if (!bound.equals(binding(question))) {
            throw invalid(question.cursor());
        }
        List<Place> places = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            Matcher place = PLACE.matcher(line);
            if (!place.matches()) {
                throw invalid(question.cursor());
            }
            String demoted = place.group(3);
            places.add(new Place(
                    place.group(1), Integer.parseInt(place.group(2)), demoted == null ? 0 : Integer.parseInt(demoted)));
        }
        return new Begin(mark < 0 ? "" : lines[0].substring(mark + 1), places);
    }

    private static String text(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw invalid(cursor);
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid(cursor);
        }
    }

    private static TandemException invalid(String cursor) {
        return TandemException.invalid(
                "cursor",
                cursor,
                "the cursor of an answer, unchanged and with the tenant, path and filters of that answer's question;"
                        + " without cursor the first page is given");
    }

    private static String binding(ListQuestion question) {
        String asked = question.tenant().value()
                + '\n'
                + question.route()
                + '\n'
                + question.key()
                + '\n'
                + question.filters().canonical();
        byte[] digest = sha256().digest(asked.getBytes(UTF_8));
        return ENCODER.encodeToString(Arrays.copyOf(digest, BINDING_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new TandemException(FailureKind.INTERNAL, "Every Java has SHA-256", e);
        }
    }
}
