package dev.tandem.runtime.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import dev.tandem.runtime.spark.SparkSessions;
import org.apache.spark.SparkConf;

/** The session of spark-testing-base, small and on loopback, with the rules of Tandem's own sessions. */
final class TestSession extends JavaDatasetSuiteBase implements AutoCloseable {
    private static final long serialVersionUID = 1L;

    static TestSession start() {
        TestSession session = new TestSession();
        session.runBefore();
        return session;
    }

    @Override
    public SparkConf conf() {
        SparkConf conf = super.conf()
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.sql.shuffle.partitions", "2");
        return SparkSessions.withTandemsRules(conf);
    }

    @Override
    public boolean enableHiveSupport() {
        return false;
    }

    @Override
    public void close() {
        runAfterClass();
    }
}
