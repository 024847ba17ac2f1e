package dev.tandem.local.services.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void freePortsDifferAndAreFree() throws IOException {
        assertThat(Port.free(5)).doesNotHaveDuplicates().hasSize(5).allSatisfy(number -> assertThat(
                        new Port("--some.port", number).isTaken())
                .isFalse());
    }

    @Test
    void aPortIsTakenWhileSomethingListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Port port = new Port("--some.port", socket.getLocalPort());

            assertThat(port.isTaken()).isTrue();
            assertThat(port.accepts()).isTrue();
        }
    }
}
