/** Starting and following Airflow's DAG runs over the REST API of Airflow 3. */
@NullMarked
package dev.tandem.airflow;

import org.jspecify.annotations.NullMarked;
