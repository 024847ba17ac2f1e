package dev.tandem.runtime.spark;

import dev.tandem.runtime.checkpoint.PlainLocalFileSystem;
import dev.tandem.runtime.checkpoint.PlainLocalFs;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Opens a process's Spark session. */
public final class SparkSessions {
    private static final String ALL_CORES = "local[*]";
    private static final int SPARE_SLOTS = 2;
    private static final String LOOPBACK = "127.0.0.1";

    private SparkSessions() {}

    /** A process's session; what spark-submit has set stays as it is, except that time is always told in UTC. */
    public static SparkSession open(String name, String master, int shufflePartitions) {
        return open(new SparkConf(), name, master, shufflePartitions);
    }

    private static SparkSession open(SparkConf conf, String name, String master, int shufflePartitions) {
        conf.setIfMissing("spark.master", master)
                .setIfMissing("spark.app.name", name)
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.sql.shuffle.partitions", Integer.toString(shufflePartitions));
        return SparkSession.builder().config(withTandemsRules(conf)).getOrCreate();
    }

    /**
     * The session of a streaming application: queries share the executors fairly, checkpoints on local paths cost no process,
     * and connections to Cassandra live as long as the application. On this machine alone there are {@link #SPARE_SLOTS} more
     * slots than cores: tasks that wait for a store do not keep one that is in a hurry from its begin.
     */
    public static SparkSession openStreaming(String name, String master, int shufflePartitions) {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.scheduler.mode", "FAIR")
                .setIfMissing("spark.locality.wait", "0s")
                .setIfMissing("spark.hadoop.fs.file.impl", PlainLocalFileSystem.class.getName())
                .setIfMissing("spark.hadoop.fs.AbstractFileSystem.file.impl", PlainLocalFs.class.getName())
                .setIfMissing("spark.sql.streaming.minBatchesToRetain", "10")
                .setIfMissing("spark.sql.streaming.noDataMicroBatches.enabled", "false");
        if (master.equals(ALL_CORES)) {
            int cores = Runtime.getRuntime().availableProcessors();
            conf.setIfMissing("spark.master", "local[%d]".formatted(cores + SPARE_SLOTS))
                    .setIfMissing("spark.default.parallelism", Integer.toString(cores));
        }
        return open(conf, name, master, shufflePartitions);
    }

    /** The rules that hold in every session, those of tests included. */
    public static SparkConf withTandemsRules(SparkConf conf) {
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        return conf.set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.extensions", "com.datastax.spark.connector.CassandraSparkExtensions");
    }
}
