package dev.laurel.rules.pack;

import dev.laurel.rules.language.Thing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What may stand at a place of a pack, whatever stands there now. Closed family, immutable. What a
 * word may be said to be is asked here and of nothing else, so that an editor knows each construct
 * of the language as soon as its record is there.
 */
public sealed interface Form {
  /**
   * A decimal number.
   *
   * @param least the smallest that is taken, included
   * @param most the largest that is taken, included
   * @param decimals how many digits may stand behind the point
   */
  record Digits(BigDecimal least, BigDecimal most, int decimals) implements Form {}

  /** True or false. */
  record Truth() implements Form {}

  /** A length of calendar time, such as {@code 12 months}. */
  record Length() implements Form {}

  record Day() implements Form {}

  record TimeOfDay() implements Form {}

  record DayOfYear() implements Form {}

  /** Any text, such as a name by which rules exclude one another, a zone or an attribute's path. */
  record Plain() implements Form {}

  /** Words for people, by language. */
  record Told() implements Form {}

  /** One of some words, in the order in which the language declares them. At least one. */
  record Choice(List<String> words) implements Form {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** The id of something of one of these kinds. At least one. */
  record Reference(List<Thing> to) implements Form {
    public Reference {
      to = List.copyOf(to);
    }
  }

  /** Several of one form. */
  record Several(Form of) implements Form {}

  /**
   * One of a closed family: a word, or a map whose {@code type} is the word.
   *
   * @param needs by word, the keys that may not be left out; none of what is written as its word
   *     alone
   */
  record Family(Map<String, List<String>> needs) implements Form {
    public Family {
      needs = Map.copyOf(needs);
    }
  }

  /**
   * Parts by their keys.
   *
   * @param keys in the order in which the language declares them
   */
  record Parts(List<String> keys) implements Form {
    public Parts {
      keys = List.copyOf(keys);
    }
  }

  /** A condition, in its text form. */
  record Asked() implements Form {}

  /** Conditions by their ids. */
  record Rows() implements Form {}

  /** A cell of a rate table. */
  record Cell() implements Form {}

  /** What an attribute holds: a value or a list of texts. */
  record Datum() implements Form {}
}
