package dev.laurel.rules.language;

import dev.laurel.rules.condition.Operand;
import java.util.regex.Pattern;

/**
 * What can be declared under an id and referred to. Ids that stand in expressions are names (a
 * letter, then letters and digits); the others may hold hyphens too.
 */
public enum Thing {
  POINT_KIND(true),
  PERIOD(true),
  METRIC(true),
  COUNTER(true),
  LADDER(true),
  TIER(false),
  GROUP(false),
  RULE(false),
  TABLE(false),
  CHALLENGE(false),
  CAMPAIGN(false),
  SEGMENT(false),
  BENEFIT(false),
  MESSAGE(false),
  OFFER(false),
  EVENT(true),
  /** Unique among the attributes of the same carrier only. */
  ATTRIBUTE(true),
  CHANNEL(false),
  PURPOSE(false),
  SCENARIO(false),
  /** Unique among its siblings only: a row, requirement, limit, warning, milestone or variant. */
  ROW(false);

  private static final Pattern NAME = Pattern.compile(Operand.NAME);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private final boolean name;

  Thing(boolean name) {
    this.name = name;
  }

  /** Whether an id of this kind may be used inside an expression. */
  public boolean isName() {
    return name;
  }

  public boolean accepts(String id) {
    return (name ? NAME : ID).matcher(id).matches();
  }

  /** What an id of this kind looks like, as a regular expression. */
  public String pattern() {
    return "^" + (name ? NAME : ID).pattern() + "$";
  }
}
