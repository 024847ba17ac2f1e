package dev.tandem.streaming.registration;

import dev.tandem.core.event.RegistrationKind;
import java.io.Serializable;

/** A user or an item that is in PostgreSQL now; orders may have waited for it. */
public record Arrival(RegistrationKind kind, String tenant, String id) implements Serializable {}
