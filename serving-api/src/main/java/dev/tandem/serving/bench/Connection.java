package dev.tandem.serving.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept connection with one request at a time on it. */
final class Connection implements AutoCloseable {
    private static final int MAX_ANSWER = 256 * 1024;
    private static final byte[] OK = "HTTP/1.1 200 ".getBytes(US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(US_ASCII);
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(US_ASCII);

    private final SocketChannel channel;
    private final byte[] answer = new byte[MAX_ANSWER];
    private final ByteBuffer buffer = ByteBuffer.wrap(answer);
    private int next;
    private int expected;
    private long sentAt;

    /**
     * An open connection.
     *
     * @param first the number of the first request that {@link #take} gives
     */
    Connection(InetSocketAddress server, int first) throws IOException {
        this.channel = SocketChannel.open(server);
        this.next = first;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    void register(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** The number of the next request; the following is {@code step} further. */
    int take(int step, int count) {
        int taken = next % count;
        next = (next + step) % count;
        return taken;
    }

    /** Sends a request, which is small enough to fit the socket's empty buffer. */
    void send(byte[] request) throws IOException {
        buffer.clear();
        expected = 0;
        sentAt = System.nanoTime();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Reads what has come; true when that completes the answer. */
    boolean hasAnswer() throws IOException {
        if (channel.read(buffer) < 0) {
            throw new EOFException("The server closed the connection");
        }
        if (expected == 0) {
            expected = length();
        }
        return expected > 0 && buffer.position() >= expected;
    }

    /** The time since the request was sent. */
    long micros() {
        return (System.nanoTime() - sentAt) / 1000;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The length of the whole answer; 0 while its head is incomplete. */
    private int length() {
        int headEnd = indexOf(HEAD_END);
        if (headEnd < 0) {
            return 0;
        }
        int at = indexOf(LENGTH);
        if (!startsWith(OK, 0) || at < 0) {
            String head = new String(answer, 0, headEnd, US_ASCII);
            throw new TandemException(FailureKind.DEPENDENCY, "Not an answer to measure: " + head);
        }
        int length = 0;
        for (int i = at + LENGTH.length; answer[i] != '\r'; i++) {
            length = length * 10 + answer[i] - '0';
        }
        return headEnd + HEAD_END.length + length;
    }

    private int indexOf(byte[] wanted) {
        for (int i = 0; i <= buffer.position() - wanted.length; i++) {
            if (startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            byte found = answer[at + i];
            int lower = found >= 'A' && found <= 'Z' && wanted[i] >= 'a' ? found + 32 : found;
            if (lower != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
