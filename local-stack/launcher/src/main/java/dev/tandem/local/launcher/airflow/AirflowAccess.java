package dev.tandem.local.launcher.airflow;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.AirflowOptions;
import dev.tandem.airflow.DagRun;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** The way to Airflow, for commands to mix in. */
final class AirflowAccess {
    @Mixin
    private final AirflowOptions options = new AirflowOptions();

    AirflowClient client() {
        return options.toSettings()
                .map(AirflowClient::new)
                .orElseThrow(() -> new TandemException(
                        FailureKind.CONFIGURATION,
                        "No Airflow is configured. Set --airflow.url (or TANDEM_AIRFLOW_URL), such as"
                                + " http://127.0.0.1:8080, and TANDEM_AIRFLOW_PASSWORD"));
    }

    /** The run of this id, of this DAG or, where none is named, of the only one that has it. */
    static DagRun find(AirflowClient client, @Nullable String dag, String runId) {
        List<DagRun> found = dag == null
                ? client.findInAllDags(runId)
                : client.find(client.dag(dag).id(), runId).stream().toList();
        if (found.isEmpty()) {
            throw TandemException.invalid("run", runId, "the id of a run; ./tandem airflow list shows the newest");
        }
        if (found.size() > 1) {
            String dags = String.join(", ", found.stream().map(DagRun::dagId).toList());
            throw TandemException.invalid("run", runId, "with --dag, for it is one of each of these: " + dags);
        }
        return found.get(0);
    }
}
