package dev.tandem.core.topn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;

/**
 * A stream turned into another a block at a time, so that no more than a block is held in memory.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public final class Blocks<I, O> implements Iterator<O> {
    /** Large enough to use each tile of items often, small enough for the users' vectors to stay in the cache. */
    private static final int BLOCK = 256;

    private final Iterator<I> in;
    private final Function<List<I>, List<O>> work;
    private final Queue<O> ready = new ArrayDeque<>();

    /**
     * @param work makes something of each block, at least one thing
     */
    public Blocks(Iterator<I> in, Function<List<I>, List<O>> work) {
        this.in = in;
        this.work = work;
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || in.hasNext();
    }

    @Override
    public O next() {
        if (ready.isEmpty()) {
            List<I> block = new ArrayList<>(BLOCK);
            while (block.size() < BLOCK && in.hasNext()) {
                block.add(in.next());
            }
            ready.addAll(work.apply(block));
        }
        O next = ready.poll();
        if (next == null) {
            throw new NoSuchElementException("Nothing is left");
        }
        return next;
    }
}
