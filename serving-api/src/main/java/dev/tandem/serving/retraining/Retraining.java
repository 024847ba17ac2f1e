package dev.tandem.serving.retraining;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.AirflowSettings;
import dev.tandem.airflow.RunRequest;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Asks for a run of the DAG that trains, where Airflow is configured; else it is closed and says so. */
public interface Retraining {
    /** How long an answer takes at the most. */
    Duration patience();

    /**
     * Asks for a model of a tenant's orders before {@code end}. The same asked again makes no second run.
     *
     * @return the run as Airflow has it; an {@link ErrorAnswer} where it does not
     */
    CompletionStage<RetrainRun> ask(TenantId tenant, Instant end);

    /** What an API without Airflow has. */
    static Retraining closed() {
        return new Closed();
    }

    /** Retraining through an Airflow. */
    static Retraining through(AirflowSettings airflow) {
        return new ThroughAirflow(airflow);
    }

    /** No Airflow is configured. */
    final class Closed implements Retraining {
        private Closed() {}

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public CompletionStage<RetrainRun> ask(TenantId tenant, Instant end) {
            return CompletableFuture.failedStage(ErrorAnswer.of(
                    ErrorCode.RETRAINING_CLOSED,
                    "Retraining over the API is closed, because no Airflow is configured. Start the API with --airflow.url"
                            + " and TANDEM_AIRFLOW_PASSWORD, or use ./tandem airflow trigger tandem_train"));
        }
    }

    /** One request at a time on a thread of its own, few waiting: no lookup ever waits for Airflow. */
    final class ThroughAirflow implements Retraining {
        private static final String DAG = "tandem_train";
        private static final int MAX_WAITING = 4;
        // A login, a request and a look at what is in its way, each tried three times.
        private static final int MAX_TRIES = 9;

        private final AirflowClient client;
        private final Duration patience;
        private final ExecutorService caller =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), task -> {
                    Thread thread = new Thread(task, "airflow");
                    thread.setDaemon(true);
                    return thread;
                });

        private ThroughAirflow(AirflowSettings airflow) {
            this.client = new AirflowClient(airflow);
            this.patience = airflow.timeout().multipliedBy((long) MAX_TRIES * (MAX_WAITING + 1));
        }

        @Override
        public Duration patience() {
            return patience;
        }

        @Override
        public CompletionStage<RetrainRun> ask(TenantId tenant, Instant end) {
            RunRequest request = RunRequest.upTo(end, DAG, Map.of(RunRequest.TENANT, tenant.value()));
            try {
                return CompletableFuture.supplyAsync(() -> trigger(request), caller);
            } catch (RejectedExecutionException e) {
                return CompletableFuture.failedStage(ErrorAnswer.of(
                        ErrorCode.AIRFLOW_UNAVAILABLE, "Several requests wait for Airflow already; try again later"));
            }
        }

        private RetrainRun trigger(RunRequest request) {
            try {
                return RetrainRun.of(client, client.trigger(request));
            } catch (TandemException e) {
                boolean isAway = e.kind() == FailureKind.DEPENDENCY;
                throw ErrorAnswer.of(
                        isAway ? ErrorCode.AIRFLOW_UNAVAILABLE : ErrorCode.AIRFLOW_REFUSED,
                        String.valueOf(e.getMessage()));
            }
        }
    }
}
