package dev.laurel.rules.sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of one language: text with numbered arguments and with words whose form follows from a
 * number, such as {@code {0} {0:one=day|other=days} before}. Immutable.
 *
 * @param arguments how many it takes; each stands in it at least once, so that none can be lost
 */
record Template(List<Piece> pieces, int arguments) {
  private static final Pattern BRACES = Pattern.compile("\\{(\\d)(?::([^{}]*))?}");

  sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Argument(int number) implements Piece {}

    /**
     * The measure word of a unit, such as {@code {1:measure}}.
     *
     * @param number of the argument that is the unit
     */
    record Measure(int number) implements Piece {}

    /**
     * A word in the form that a number asks for.
     *
     * @param number of the argument that is the number
     * @param forms by plural category, {@code other} among them
     */
    record Choice(int number, Map<String, String> forms) implements Piece {}
  }

  /**
   * Reads a template.
   *
   * @param key names it in messages
   * @throws IllegalArgumentException when it is malformed or skips an argument's number
   */
  static Template parse(String key, String text) {
    List<Piece> pieces = new ArrayList<>();
    TreeSet<Integer> used = new TreeSet<>();
    Matcher braces = BRACES.matcher(text);
    int end = 0;
    while (braces.find()) {
      literal(key, text.substring(end, braces.start()), pieces);
      int number = Integer.parseInt(braces.group(1));
      if (braces.group(2) == null) {
        pieces.add(new Piece.Argument(number));
        used.add(number);
      } else if (braces.group(2).equals("measure")) {
        pieces.add(new Piece.Measure(number));
      } else {
        pieces.add(new Piece.Choice(number, forms(key, braces.group(2))));
      }
      end = braces.end();
    }
    literal(key, text.substring(end), pieces);
    if (!used.isEmpty() && used.last() != used.size() - 1)
      throw new IllegalArgumentException(
          "The template %s skips an argument: it uses %s.".formatted(key, used));
    return new Template(List.copyOf(pieces), used.size());
  }

  /**
   * What stands between the two arguments of a template that joins.
   *
   * @throws IllegalArgumentException when it is not of the form {@code {0}, {1}}
   */
  static String separator(String key, String text) {
    Template template = parse(key, text);
    if (template.pieces.size() == 3
        && template.pieces.get(0).equals(new Piece.Argument(0))
        && template.pieces.get(1) instanceof Piece.Literal(String between)
        && template.pieces.get(2).equals(new Piece.Argument(1))) return between;
    throw new IllegalArgumentException(
        "The template %s must be {0}, what joins, and {1}.".formatted(key));
  }

  private static void literal(String key, String text, List<Piece> pieces) {
    if (text.isEmpty()) return;
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0)
      throw new IllegalArgumentException("The template %s has a stray brace.".formatted(key));
    pieces.add(new Piece.Literal(text));
  }

  private static Map<String, String> forms(String key, String text) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (String form : text.split("\\|", -1)) {
      int equals = form.indexOf('=');
      if (equals < 1)
        throw new IllegalArgumentException(
            "The template %s has a form without a category: %s.".formatted(key, form));
      forms.put(form.substring(0, equals), form.substring(equals + 1));
    }
    if (!forms.containsKey("other"))
      throw new IllegalArgumentException("The template %s lacks the form other.".formatted(key));
    return Map.copyOf(forms);
  }
}
