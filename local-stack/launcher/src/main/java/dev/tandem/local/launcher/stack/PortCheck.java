package dev.tandem.local.launcher.stack;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.local.services.server.Port;
import java.util.List;
import java.util.stream.Collectors;

/** The look at all ports before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /** Fails with every port that is taken and with what changes it. */
    static void requireFree(List<Port> ports) {
        List<Port> taken = ports.stream().filter(Port::isTaken).toList();
        if (!taken.isEmpty()) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    taken.stream().map(PortCheck::describe).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static String describe(Port port) {
        return "Port %d is taken by another program: end that one, or choose another port with %s=… (or %s)"
                .formatted(port.number(), port.option(), Settings.environmentVariable(port.option()));
    }
}
