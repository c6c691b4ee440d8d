package dev.laurel.rules.sentence;

import java.util.regex.Pattern;

/** Texts of people in quotation marks, so that they cannot be taken for anything else. */
final class Quotation {
  /** Words that begin with a capital letter or, from the second on, a digit: "Premier 1K". */
  private static final Pattern PROPER_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}\\p{Nd}]*( [\\p{Lu}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*)*");

  private Quotation() {}

  /** Whether a title reads as a proper name in scripts that have capital letters. */
  static boolean isProperName(String title) {
    return PROPER_NAME.matcher(title).matches();
  }

  /** The text in these marks; the marks within it, and whatever cannot be seen, are escaped. */
  static String of(String text, char open, char close) {
    StringBuilder quoted = new StringBuilder().append(open);
    text.codePoints()
        .forEach(c -> {
          if (c == open || c == close) quoted.append('\\').appendCodePoint(c);
          else escape(c, quoted);
        });
    return quoted.append(close).toString();
  }

  /** Whatever cannot be seen, or turns the direction of writing, is written by its number. */
  private static void escape(int codePoint, StringBuilder into) {
    switch (codePoint) {
      case '\\' -> into.append("\\\\");
      case '\n' -> into.append("\\n");
      case '\t' -> into.append("\\t");
      default -> {
        if (isHidden(codePoint)) into.append("\\u{%X}".formatted(codePoint));
        else into.appendCodePoint(codePoint);
      }
    }
  }

  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ';
      default -> false;
    };
  }
}
