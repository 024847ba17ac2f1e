package dev.tandem.serving.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port of this machine that leads to another one, and can be cut, frozen and mended. It begins cut. */
public final class BreakableLink implements AutoCloseable {
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ServerSocket door;
    private final InetSocketAddress target;
    private volatile boolean cut = true;
    private volatile boolean frozen;

    public BreakableLink(InetSocketAddress target) {
        this.target = new InetSocketAddress(target.getHostString(), target.getPort());
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("link", this::accept);
    }

    /** Where the link begins. */
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", door.getLocalPort());
    }

    public void mend() {
        cut = false;
        synchronized (open) {
            frozen = false;
            open.notifyAll();
        }
    }

    /** Keeps every connection and lets nothing through, as a server does that hangs. */
    public void freeze() {
        frozen = true;
    }

    /** Ends every connection and lets no other through. */
    public void cut() {
        cut = true;
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            end(socket);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                if (cut) {
                    caller.close();
                } else {
                    connect(caller);
                }
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket server = new Socket(target.getAddress(), target.getPort());
        open.add(caller);
        open.add(server);
        start("link-out", () -> copy(caller, server));
        start("link-in", () -> copy(server, caller));
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitThaw();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            end(from);
        }
        end(to);
    }

    private void awaitThaw() throws IOException {
        synchronized (open) {
            while (frozen) {
                try {
                    open.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
