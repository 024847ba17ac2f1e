package dev.tandem.local.services.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A TCP port on the loopback address, with the option that changes it.
 *
 * @param option such as {@code --postgres.port}
 */
public record Port(String option, int number) {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int CONNECT_MILLIS = 1_000;

    /** As many ports that nothing listens on at this moment. */
    public static List<Integer> free(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, LOOPBACK));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Whether something listens here already, on this address or on all. */
    public boolean isTaken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, number));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether a connection is taken here. Unlike {@link #isTaken} it cannot get in the way of a server that starts. */
    boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, number), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
