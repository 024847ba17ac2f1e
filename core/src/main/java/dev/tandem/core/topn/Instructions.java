package dev.tandem.core.topn;

import java.lang.reflect.InvocationTargetException;

/** What a kernel is made of. */
public enum Instructions {
    /** Loops in plain Java that HotSpot turns into vector instructions by itself; runs on every JVM. */
    PLAIN {
        @Override
        Scan scan(ItemFactors items) {
            return new PlainScan(items);
        }
    },
    /** The vector instructions of the machine, by the module {@code jdk.incubator.vector}. */
    VECTOR {
        @Override
        Scan scan(ItemFactors items) {
            try {
                return Class.forName(VECTOR_SCAN)
                        .asSubclass(Scan.class)
                        .getDeclaredConstructor(ItemFactors.class)
                        .newInstance(items);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException("Cannot lay out items for vector instructions", e.getCause());
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new IllegalStateException("This JVM was started without --add-modules " + MODULE, e);
            }
        }
    };

    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR_SCAN = Instructions.class.getPackageName() + ".VectorScan";

    /** The fastest that this JVM has. */
    public static Instructions best() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() ? VECTOR : PLAIN;
    }

    abstract Scan scan(ItemFactors items);
}
