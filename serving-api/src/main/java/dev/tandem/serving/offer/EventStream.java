package dev.tandem.serving.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Server-sent events to one caller. Nobody waits for the caller: what cannot be written yet is kept, and the caller is dropped
 * when that is too much.
 */
final class EventStream implements WriteListener {
    /*
     * Bytes that the connection takes later are written by the server's own threads when it says that it can. A stream is
     * written to by one thread at a time, and only while the server says that it is ready.
     */
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final ServletOutputStream out;
    private final int maxWaitingBytes;
    private int waitingBytes;
    private boolean isPossible;
    private boolean isUnflushed;

    private EventStream(ServletOutputStream out, int maxWaitingBytes) {
        this.out = out;
        this.maxWaitingBytes = maxWaitingBytes;
    }

    /** Begins the answer to a request whose handling is asynchronous. */
    static EventStream begin(Context ctx, int maxWaitingBytes) {
        try {
            ServletOutputStream out = ctx.res().getOutputStream();
            EventStream stream = new EventStream(out, maxWaitingBytes);
            out.setWriteListener(stream);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is done when the caller has left or was dropped, or the stream was ended. */
    CompletableFuture<Void> whenEnded() {
        return end;
    }

    /** Sends a comment, which callers do not see. */
    void comment(String text) {
        send(": " + text + "\n\n");
    }

    /** Sends an event. */
    void event(String name, String id, String data) {
        send("event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n");
    }

    /** Ends the stream; not in the middle of a write. */
    synchronized void end() {
        end.complete(null);
    }

    @Override
    public synchronized void onWritePossible() {
        isPossible = true;
        write();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    private synchronized void send(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (end.isDone()) {
            return;
        }
        if (waitingBytes + bytes.length > maxWaitingBytes) {
            end();
            return;
        }
        waiting.add(bytes);
        waitingBytes += bytes.length;
        write();
    }

    private void write() {
        try {
            while (isPossible && !end.isDone() && (isUnflushed || !waiting.isEmpty())) {
                if (!out.isReady()) {
                    isPossible = false;
                } else if (waiting.isEmpty()) {
                    isUnflushed = false;
                    out.flush();
                } else {
                    byte[] next = waiting.remove();
                    waitingBytes -= next.length;
                    isUnflushed = true;
                    out.write(next);
                }
            }
        } catch (IOException | IllegalStateException e) {
            end();
        }
    }
}
