/** {@code ./tandem airflow}: DAG runs asked for, looked at and waited for. */
@NullMarked
package dev.tandem.local.launcher.airflow;

import org.jspecify.annotations.NullMarked;
