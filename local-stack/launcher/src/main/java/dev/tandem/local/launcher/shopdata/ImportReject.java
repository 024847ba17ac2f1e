package dev.tandem.local.launcher.shopdata;

/**
 * A row of an imported file that could not become part of an order.
 *
 * @param source name of the file
 * @param rowNumber line of the file, the header being 1
 * @param reason a code, such as {@code bad_date}
 * @param payload the row as it stands in the file
 */
public record ImportReject(String source, long rowNumber, String reason, String payload) {}
