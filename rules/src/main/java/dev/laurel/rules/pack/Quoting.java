package dev.laurel.rules.pack;

import java.util.Locale;
import java.util.Set;

/** How a scalar must be written so that every reader of YAML 1.2 gets the same text back. */
final class Quoting {
  private static final String NEVER_FIRST = ",[]{}#&*!|>'\"%@`=<";
  private static final String FIRST_BEFORE_WORD = "-?:";
  private static final String BRACKETS_AND_COMMA = ",[]{}";

  /** Words that readers of YAML 1.1 take for true or false. */
  private static final Set<String> OLD_TRUTHS = Set.of("y", "n", "yes", "no", "on", "off");

  private Quoting() {}

  static String key(Node.Scalar key) {
    return isPlain(key.text()) ? key.text() : quoted(key.text());
  }

  /**
   * The scalar as it stands after a key or a hyphen.
   *
   * @param indent of the lines of a text that has several
   */
  static String scalar(Node.Scalar scalar, int indent) {
    String text = scalar.text();
    return switch (scalar.kind()) {
      case NUMBER, TRUTH -> text;
      case TEXT ->
          isPlainValue(text) ? text : isLiteral(text) ? literal(text, indent) : quoted(text);
      case EMPTY, REFUSED -> throw new IllegalArgumentException("There is nothing to write.");
    };
  }

  /** Whether a value may stand in brackets as it is. */
  static boolean mayStandInFlow(Node.Scalar scalar) {
    return scalar.kind() != Node.Kind.TEXT
        || isPlainValue(scalar.text()) && hasNoBrackets(scalar.text());
  }

  /** Whether a key may stand in brackets as it is. */
  static boolean mayBeKeyInFlow(Node.Scalar key) {
    return isPlain(key.text()) && hasNoBrackets(key.text());
  }

  private static boolean hasNoBrackets(String text) {
    char first = text.charAt(0);
    return first != '?'
        && first != ':'
        && text.chars().noneMatch(c -> BRACKETS_AND_COMMA.indexOf(c) >= 0);
  }

  private static boolean isPlainValue(String text) {
    return isPlain(text) && !OLD_TRUTHS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || Plain.kind(text) != Node.Kind.TEXT) return false;
    char first = text.charAt(0);
    boolean begins =
        NEVER_FIRST.indexOf(first) < 0
            && (FIRST_BEFORE_WORD.indexOf(first) < 0 || text.length() > 1 && text.charAt(1) != ' ');
    return begins
        && !Characters.isSpace(first)
        && !Characters.isSpace(text.charAt(text.length() - 1))
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.startsWith("---")
        && !text.startsWith("...")
        && text.codePoints().allMatch(Characters::isVisible);
  }

  /** Whether its lines can stand as they are below {@code |}. */
  private static boolean isLiteral(String text) {
    return text.indexOf('\n') > 0
        && !Characters.isSpace(text.charAt(0))
        && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && text.codePoints().allMatch(c -> c == '\n' || Characters.isVisible(c));
  }

  private static String literal(String text, int indent) {
    StringBuilder out = new StringBuilder("|");
    if (!text.endsWith("\n")) out.append('-');
    else if (text.endsWith("\n\n")) out.append('+');
    text.lines()
        .forEach(line -> {
          out.append('\n');
          if (!line.isEmpty()) out.repeat(' ', indent).append(line);
        });
    return out.toString();
  }

  private static String quoted(String text) {
    boolean visible = text.codePoints().allMatch(Characters::isVisible);
    boolean escapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    return visible && escapes ? "'" + text.replace("'", "''") + "'" : '"' + escaped(text) + '"';
  }

  /** A text as it stands between double quotes, in YAML and JSON alike. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
              if (Characters.isVisible(c)) out.appendCodePoint(c);
              else out.append("\\u%04X".formatted(c));
            }
          }
        });
    return out.toString();
  }
}
