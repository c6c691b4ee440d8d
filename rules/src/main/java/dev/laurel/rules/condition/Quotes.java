package dev.laurel.rules.condition;

import java.util.HexFormat;

/** Writes a text as a FEEL text literal. */
final class Quotes {
  /**
   * Code points that are written as an escape, as pairs of first and last: what cannot be seen or
   * reorders what is seen, what YAML and XML do not carry, and halves of pairs. A fixed table and
   * not {@link Character#getType}, because canonical text must not depend on the Unicode version of
   * a JDK.
   */
  private static final int[] ESCAPED = {
    0x0000, 0x001F, 0x007F, 0x00A0, 0x00AD, 0x00AD, 0x061C, 0x061C, 0x115F, 0x1160, 0x1680, 0x1680,
    0x17B4, 0x17B5, 0x180B, 0x180F, 0x2000, 0x200B, 0x200E, 0x200F, 0x2028, 0x202F, 0x205F, 0x206F,
    0x2800, 0x2800, 0x3000, 0x3000, 0x3164, 0x3164, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFEFF, 0xFEFF,
    0xFFA0, 0xFFA0, 0xFFF0, 0xFFFF, 0xE0000, 0xE0FFF
  };

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Quotes() {}

  /** In double quotes, with every code point escaped that needs it. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (!isEscaped(point)) quoted.appendCodePoint(point);
        else if (Character.isBmpCodePoint(point))
          quoted.append("\\u").append(HEX.toHexDigits(point, 4));
        else quoted.append("\\U").append(HEX.toHexDigits(point, 6));
      }
    }
  }

  private static boolean isEscaped(int point) {
    for (int i = 0; i < ESCAPED.length; i += 2)
      if (point >= ESCAPED[i] && point <= ESCAPED[i + 1]) return true;
    return (point & 0xFFFE) == 0xFFFE;
  }
}
