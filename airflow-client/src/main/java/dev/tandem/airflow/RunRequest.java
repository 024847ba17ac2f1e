package dev.tandem.airflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run that is asked for. Its id follows from what is asked, so that asking twice makes one run.
 *
 * <p>The interval travels as the DAG's params {@code interval_start} and {@code interval_end}: Airflow keeps a data
 * interval only for a run with a logical date, and two runs of a DAG cannot share one, so that a run for one tenant would
 * keep out that of another.
 *
 * @param conf the DAG's params for this run, by name
 */
public record RunRequest(String dagId, SortedMap<String, String> conf) {
    public static final String TENANT = "tenant";
    public static final String INTERVAL_START = "interval_start";
    public static final String INTERVAL_END = "interval_end";

    // Airflow keeps manual__, scheduled__, backfill__ and asset_triggered__ for itself.
    private static final String PREFIX = "tandem__";
    private static final int HASH_LENGTH = 12;

    public RunRequest {
        conf = Collections.unmodifiableSortedMap(new TreeMap<>(conf));
    }

    /** A run on data up to {@code end}, with these further params. */
    public static RunRequest upTo(Instant end, String dagId, Map<String, String> params) {
        TreeMap<String, String> conf = new TreeMap<>(params);
        conf.put(INTERVAL_END, end.toString());
        return new RunRequest(dagId, conf);
    }

    /** The id of the run, the same for equal requests: {@code tandem__<interval end>__<hash of DAG and params>}. */
    public String runId() {
        String end = conf.getOrDefault(INTERVAL_END, "no-interval").replaceAll("[^A-Za-z0-9.:+-]", "-");
        return PREFIX + end + "__" + hash();
    }

    private String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((dagId + conf).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
