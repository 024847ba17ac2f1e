package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order of a run. */
record NumberedOrder(int number, ObjectNode json) implements NumberedEvent {}
