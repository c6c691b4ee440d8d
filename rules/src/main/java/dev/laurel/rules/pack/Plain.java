package dev.laurel.rules.pack;

import java.util.Set;
import java.util.regex.Pattern;

/** What an unquoted scalar means by the core schema of YAML 1.2 (section 10.3.2). */
final class Plain {
  private static final Set<String> EMPTY = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUTH =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private Plain() {}

  static Node.Kind kind(String text) {
    if (EMPTY.contains(text)) return Node.Kind.EMPTY;
    if (TRUTH.contains(text)) return Node.Kind.TRUTH;
    // No number begins with a letter: most scalars are words and need no regular expression.
    if (Character.isLetter(text.charAt(0)) || !NUMBER.matcher(text).matches())
      return Node.Kind.TEXT;
    return Node.Kind.NUMBER;
  }
}
