/** What is deployed beside the jars (DAGs, compose file, spark-submit) names only what there is. */
@NullMarked
package dev.tandem.local.launcher.deployment;

import org.jspecify.annotations.NullMarked;
