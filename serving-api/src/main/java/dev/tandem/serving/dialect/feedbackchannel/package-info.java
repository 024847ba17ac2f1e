/**
 * The dialect of a former feedback service: its one address, its five fields, and its framework's words for what cannot be
 * read. It only translates; behind it is the same way as behind {@code POST /v1/feedback}.
 */
@NullMarked
package dev.tandem.serving.dialect.feedbackchannel;

import org.jspecify.annotations.NullMarked;
