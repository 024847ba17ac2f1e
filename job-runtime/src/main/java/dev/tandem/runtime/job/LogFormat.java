package dev.tandem.runtime.job;

import java.net.URISyntaxException;
import java.net.URL;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;

/** The format in which a job's process logs. */
public final class LogFormat {
    private static final String OF_TANDEM = "/log4j2.properties";
    private static final String OF_SPARK = "org/apache/spark/log4j2-defaults.properties";

    private LogFormat() {}

    /**
     * Makes the process log in Tandem's format where nobody chose another. The log of a process that spark-submit started is
     * configured before the job's jar is there to be read; Spark takes its own defaults then.
     */
    public static void useTandems() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        String current = String.valueOf(
                context.getConfiguration().getConfigurationSource().getLocation());
        URL tandems = LogFormat.class.getResource(OF_TANDEM);
        if (current.endsWith(OF_SPARK) && tandems != null) {
            try {
                context.setConfigLocation(tandems.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("Cannot read " + tandems, e);
            }
        }
    }
}
