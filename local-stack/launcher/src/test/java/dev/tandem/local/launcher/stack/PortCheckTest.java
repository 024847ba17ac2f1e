package dev.tandem.local.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.server.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void everyTakenPortIsNamedWithWhatChangesIt() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Port> ports = List.of(
                    new Port("--api.port", one.getLocalPort()),
                    new Port("--cassandra.storage-port", other.getLocalPort()),
                    new Port("--kafka.port", Port.free(1).get(0)));

            assertThatThrownBy(() -> PortCheck.requireFree(ports))
                    .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(FailureKind.CONFIGURATION))
                    .hasMessage(("Port %d is taken by another program: end that one, or choose another port with"
                                    + " --api.port=… (or TANDEM_API_PORT)%n"
                                    + "Port %d is taken by another program: end that one, or choose another port with"
                                    + " --cassandra.storage-port=… (or TANDEM_CASSANDRA_STORAGE_PORT)")
                            .formatted(one.getLocalPort(), other.getLocalPort()));
        }
    }
}
