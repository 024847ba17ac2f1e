package dev.tandem.local.launcher.stack;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;

/** The flags with which a JVM 17 runs Tandem's Spark jobs outside of spark-submit. */
public final class SparkJvm {
    /** Makes ranking faster; a Java installation cut down to what somebody needed may lack it, and would not start. */
    private static final String VECTOR_API = "jdk.incubator.vector";

    private static final List<String> OPENED_OF_BASE = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private SparkJvm() {}

    public static List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (ModuleFinder.ofSystem().find(VECTOR_API).isPresent()) {
            flags.add("--add-modules=" + VECTOR_API);
        }
        for (String opened : OPENED_OF_BASE) {
            flags.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        flags.add("--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED");
        flags.add("-Djdk.reflect.useDirectMethodHandle=false");
        flags.add("-Dio.netty.tryReflectionSetAccessible=true");
        return List.copyOf(flags);
    }
}
