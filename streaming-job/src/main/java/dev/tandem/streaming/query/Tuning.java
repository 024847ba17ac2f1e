package dev.tandem.streaming.query;

/** Whose settings sources, batches and checkpoints have. */
public enum Tuning {
    /** What Tandem has found to be quick. */
    TANDEM,
    /** What Spark and Kafka do by themselves: to be compared with. */
    SPARK
}
