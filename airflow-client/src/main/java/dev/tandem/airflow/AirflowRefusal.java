package dev.tandem.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.airflow.AirflowHttp.Answer;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import java.util.StringJoiner;

/** What each answer of Airflow that is not a success means for the one who asked, and what to do about it. */
final class AirflowRefusal {
    private static final int FIRST_SERVER_ERROR = 500;

    private final AirflowSettings settings;

    AirflowRefusal(AirflowSettings settings) {
        this.settings = settings;
    }

    /** The refusal of a user name and password. */
    TandemException ofLogin(Answer answer) {
        String wayOut = "Set --airflow.user and TANDEM_AIRFLOW_PASSWORD";
        return switch (answer.status()) {
            case 401 -> configuration(answer, "refuses user '" + settings.user() + "'. " + wayOut);
            case 404, 405 ->
                configuration(answer, "has no /auth/token. Set --airflow.url to the API server of an Airflow 3");
            case 422 -> configuration(answer, "cannot use the login: " + detail(answer) + ". " + wayOut);
            default -> other(answer);
        };
    }

    /** The refusal of a request by a user who is known. */
    TandemException of(Answer answer, String what) {
        return switch (answer.status()) {
            case 400 ->
                input(
                        answer,
                        "refuses " + what + ": " + detail(answer)
                                + ". A param must be one that the DAG declares and fit"
                                + " its schema; a run's id must not begin as Airflow's own do (manual__, scheduled__, …)");
            case 401 ->
                configuration(
                        answer,
                        "does not take the token that it has just given. Its servers must share one clock and one"
                                + " [api_auth] jwt_secret");
            case 403 ->
                configuration(
                        answer,
                        "does not allow " + what + " to user '" + settings.user()
                                + "'. Give the user a role that may, such as Op");
            case 404 -> input(answer, "does not know " + what);
            case 409 -> input(answer, "has something in the way of " + what + ": " + detail(answer));
            case 422 ->
                input(
                        answer,
                        "cannot use " + what + ": " + detail(answer)
                                + ". If that is no value of yours, it does not speak the API v2 of Airflow 3");
            default -> other(answer);
        };
    }

    /** An answer of success in which something is missing. */
    TandemException unreadable(Answer answer, String what) {
        return configuration(
                answer,
                "answers the request for " + what
                        + " as the API v2 does not. Set --airflow.url to the API server of an Airflow 3");
    }

    private TandemException other(Answer answer) {
        if (answer.status() >= FIRST_SERVER_ERROR) {
            return new TandemException(
                    FailureKind.DEPENDENCY,
                    said(answer, "fails, tried several times. Look at its API server's log, and try again later"));
        }
        return configuration(
                answer,
                "answers as an Airflow 3 does not: " + detail(answer) + ". Set --airflow.url to its API server");
    }

    private TandemException configuration(Answer answer, String sentence) {
        return new TandemException(FailureKind.CONFIGURATION, said(answer, sentence));
    }

    private TandemException input(Answer answer, String sentence) {
        return new TandemException(FailureKind.INPUT, said(answer, sentence));
    }

    private String said(Answer answer, String sentence) {
        return "Airflow at %s (status %d) %s".formatted(settings.url(), answer.status(), sentence);
    }

    /** The detail of an answer, which is a text, an object with a reason, or a list of what is wrong with which field. */
    private static String detail(Answer answer) {
        JsonNode detail = answer.body().path("detail");
        if (detail.isArray()) {
            StringJoiner problems = new StringJoiner(", ");
            detail.forEach(each -> problems.add(
                    field(each.path("loc")) + ": " + Shown.of(each.path("msg").asText())));
            return problems.toString();
        }
        if (detail.isObject()) {
            return Shown.of(detail.path("reason").asText(detail.toString()));
        }
        return Shown.of(detail.asText("no detail"));
    }

    private static String field(JsonNode location) {
        StringJoiner path = new StringJoiner(".");
        location.forEach(part -> path.add(Shown.of(part.asText())));
        return path.toString();
    }
}
