/** Batch jobs run by hand, each as a process of its own, the way Airflow would run it. */
@NullMarked
package dev.tandem.local.launcher.job;

import org.jspecify.annotations.NullMarked;
