package dev.tandem.serving.dialect.feedbackchannel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first thing that is wrong with a text that is no JSON, as Python's decoder names it.
 *
 * @param position the character at which it is wrong, from 0
 */
record JsonFault(int position, String problem) {
    /** Finds it; empty where nothing is wrong, so that it is refused for its size only. */
    static Optional<JsonFault> in(String text) {
        try {
            new Scanner(text).scan();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(new JsonFault(text.codePointCount(0, found.at), String.valueOf(found.getMessage())));
        }
    }

    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int at;

        Found(int at, String problem) {
            super(problem, null, false, false);
            this.at = at;
        }
    }

    private static final class Scanner {
        private static final int MAX_DEPTH = 1000;
        private static final String NO_VALUE = "Expecting value";
        private static final String NO_COMMA = "Expecting ',' delimiter";
        private static final Pattern PLAIN =
                Pattern.compile("null|true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
        private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

        private final String text;
        private int at;
        private int depth;

        Scanner(String text) {
            this.text = text;
        }

        void scan() {
            skipBlanks();
            value();
            skipBlanks();
            if (at < text.length()) {
                throw new Found(at, "Extra data");
            }
        }

        private void value() {
            if (depth == MAX_DEPTH) {
                throw new Found(at, NO_VALUE);
            }
            depth++;
            if (next('{')) {
                object();
            } else if (next('[')) {
                array();
            } else if (next('"')) {
                string();
            } else if (!skip(PLAIN)) {
                throw new Found(at, NO_VALUE);
            }
            depth--;
        }

        private void object() {
            skipBlanks();
            if (next('}')) {
                return;
            }
            do {
                skipBlanks();
                if (!next('"')) {
                    throw new Found(at, "Expecting property name enclosed in double quotes");
                }
                string();
                skipBlanks();
                if (!next(':')) {
                    throw new Found(at, "Expecting ':' delimiter");
                }
                skipBlanks();
                value();
                skipBlanks();
            } while (next(','));
            if (!next('}')) {
                throw new Found(at, NO_COMMA);
            }
        }

        private void array() {
            skipBlanks();
            if (next(']')) {
                return;
            }
            do {
                skipBlanks();
                value();
                skipBlanks();
            } while (next(','));
            if (!next(']')) {
                throw new Found(at, NO_COMMA);
            }
        }

        private void string() {
            int begin = at - 1;
            while (!next('"')) {
                if (at == text.length()) {
                    throw new Found(begin, "Unterminated string starting at");
                }
                if (text.charAt(at) < ' ') {
                    throw new Found(at, "Invalid control character at");
                }
                if (next('\\')) {
                    escape(begin);
                } else {
                    at++;
                }
            }
        }

        private void escape(int begin) {
            if (at == text.length()) {
                throw new Found(begin, "Unterminated string starting at");
            }
            if (next('u')) {
                if (!skip(HEX)) {
                    throw new Found(at - 1, "Invalid \\uXXXX escape");
                }
            } else if ("\"\\/bfnrt".indexOf(text.charAt(at)) < 0) {
                throw new Found(at - 1, "Invalid \\escape");
            } else {
                at++;
            }
        }

        private boolean skip(Pattern pattern) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            if (!matcher.lookingAt()) {
                return false;
            }
            at = matcher.end();
            return true;
        }

        private boolean next(char wanted) {
            if (at == text.length() || text.charAt(at) != wanted) {
                return false;
            }
            at++;
            return true;
        }

        private void skipBlanks() {
            while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
