package dev.tandem.core.factors;

import java.io.Serializable;

/**
 * What is known of one user or item.
 *
 * @param index its number
 * @param others numbers of the items or users that it interacted with, ascending
 * @param strengths of these interactions
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; boxed lists would take five times the memory
public record KnownRow(int index, int[] others, float[] strengths) implements Serializable {}
