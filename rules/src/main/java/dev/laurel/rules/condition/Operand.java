package dev.laurel.rules.condition;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a condition looks at. Immutable. */
public sealed interface Operand {
  /**
   * The form of one name of a path, as a regular expression: Latin letters and digits, a letter
   * first, and none of the words that FEEL reserves.
   */
  String NAME =
      "(?!(?:and|between|else|every|external|false|for|function|if|in|instance|not|null|of|or"
          + "|return|satisfies|some|then|true)(?![A-Za-z0-9]))[A-Za-z][A-Za-z0-9]{0,63}";

  /**
   * A fact by its path, such as {@code purchase.amount}, {@code member.tier}, {@code
   * metrics.spend}, {@code line.category} or a custom attribute {@code member.favouriteShop}.
   *
   * @param path two to eight names joined by dots, each of the form {@link #NAME}; the first is not
   *     {@code item}, the word by which FEEL calls the line inside {@code purchase.lines[...]}
   */
  record Attribute(String path) implements Operand {
    private static final Pattern PATH =
        Pattern.compile("(?!item\\.)%1$s(?:\\.%1$s){1,7}".formatted(NAME));

    public Attribute {
      if (!isPath(path))
        throw new IllegalArgumentException(
            "The path \"%s\" must be names joined by dots, such as purchase.amount."
                .formatted(path));
    }

    /** Whether it has the form of a path. */
    public static boolean isPath(String path) {
      return PATH.matcher(path).matches();
    }
  }

  /**
   * How many lines of the purchase meet a condition; FEEL {@code count(purchase.lines[...])}.
   *
   * @param where asked of each line, in terms of {@code line.*} only; empty counts every line
   */
  record LineCount(Optional<Condition> where) implements Operand {}

  /**
   * The sum of a line's attribute; FEEL {@code sum(purchase.lines[...].amount)}. A line that lacks
   * the attribute adds nothing; without lines the sum is 0.
   *
   * @param attribute the name below {@code line.}, such as {@code amount} or {@code quantity}, of
   *     the form {@link #NAME}
   * @param where asked of each line; empty adds up every line
   */
  record LineSum(String attribute, Optional<Condition> where) implements Operand {
    public LineSum {
      if (!attribute.matches(NAME))
        throw new IllegalArgumentException(
            "The attribute \"%s\" must be one name, such as amount.".formatted(attribute));
    }
  }
}
