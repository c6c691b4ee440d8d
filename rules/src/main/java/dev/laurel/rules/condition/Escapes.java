package dev.laurel.rules.condition;

/** Reads what stands between the quotes of a FEEL text literal. */
final class Escapes {
  private final String raw;
  private final int offset;
  private final Complaints complaints;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param raw what stands between the quotes; a backslash is never its last sign unless it is
   *     itself escaped
   * @param offset where that begins in the whole text
   */
  Escapes(String raw, int offset, Complaints complaints) {
    this.raw = raw;
    this.offset = offset;
    this.complaints = complaints;
  }

  /** The text that is meant; a fault where a sign or an escape is none of FEEL's. */
  String read() {
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '\\') at = escape(at);
      else {
        if (c >= '\n' && c <= '\r') complain(at, at + 1, "A text literal holds no line break.");
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  /** Reads the escape that begins here; returns where it ends. */
  private int escape(int at) {
    char c = raw.charAt(at + 1);
    switch (c) {
      case '"', '\'', '\\' -> text.append(c);
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        return point(at, 4);
      }
      case 'U' -> {
        return point(at, 6);
      }
      default -> complain(at, at + 2, "FEEL knows no such escape.");
    }
    return at + 2;
  }

  private int point(int at, int digits) {
    int end = at + 2;
    int point = 0;
    while (end < raw.length() && end < at + 2 + digits) {
      int digit = Character.digit(raw.charAt(end), 16);
      if (digit < 0 || raw.charAt(end) > 'f') break;
      point = point * 16 + digit;
      end++;
    }
    if (end == at + 2 + digits && Character.isValidCodePoint(point)) text.appendCodePoint(point);
    else complain(at, end, "This escape names no code point.");
    return end;
  }

  private void complain(int from, int to, String message) {
    complaints.add(
        offset + from,
        raw.substring(from, to),
        message,
        "Write one of \\\", \\', \\\\, \\n, \\r, \\t, \\u with four or \\U with six hexadecimal"
            + " digits.");
  }
}
