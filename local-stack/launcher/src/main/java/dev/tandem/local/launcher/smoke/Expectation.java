package dev.tandem.local.launcher.smoke;

/**
 * One thing that must hold on a running stack.
 *
 * @param name what is expected, as a sentence
 * @param held whether it does
 * @param seen what was found, in a few words
 */
public record Expectation(String name, boolean held, String seen) {}
