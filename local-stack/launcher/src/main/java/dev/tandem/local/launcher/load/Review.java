package dev.tandem.local.launcher.load;

/**
 * What somebody thinks of something, whoever that may be.
 *
 * @param item its number or id in the file that it is from; empty for any of the tenant's items
 * @param score 1 to 5
 * @param text empty where nothing was written
 */
record Review(String item, int score, String text) {}
