package dev.tandem.serving.retraining;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.Triggered;
import java.util.Locale;

/**
 * The run that will make the model.
 *
 * @param state {@code queued} (also where the DAG is paused), {@code running}, {@code success} or {@code failed}
 * @param isNew whether this request made it; else the same was asked for before
 * @param page where a person sees it in Airflow
 */
record RetrainRun(String dagId, String runId, String state, boolean isNew, String page) {
    static RetrainRun of(AirflowClient client, Triggered triggered) {
        return new RetrainRun(
                triggered.run().dagId(),
                triggered.run().id(),
                triggered.run().state().name().toLowerCase(Locale.ROOT),
                triggered.isNew(),
                client.page(triggered.run()));
    }
}
