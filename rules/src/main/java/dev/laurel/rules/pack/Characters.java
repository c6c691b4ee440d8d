package dev.laurel.rules.pack;

import java.util.Optional;

/** Which characters are words, and which must be escaped to be seen. */
final class Characters {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Characters() {}

  /** The first character that no text of a pack may hold, as {@code U+0000}. */
  static Optional<String> refused(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\t' || c == 0x7F;
      boolean halfSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      if (control || halfSurrogate) return Optional.of("U+%04X".formatted(c));
      i += Character.charCount(c);
    }
    return Optional.empty();
  }

  /** Whether a character is a space to Java, to Unicode or to the regular expressions of JSON. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
  }

  /** Whether a character is written as it is: neither control, nor break, nor invisible mark. */
  static boolean isVisible(int c) {
    return c >= ' ' && c < 0x7F
        || c >= 0xA0
            && c != 0x2028
            && c != 0x2029
            && c != BYTE_ORDER_MARK
            && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            && c != 0xFFFE
            && c != 0xFFFF;
  }
}
