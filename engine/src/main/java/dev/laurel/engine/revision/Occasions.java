package dev.laurel.engine.revision;

import dev.laurel.engine.event.Event.Body.Due;
import dev.laurel.engine.event.Event.Body.Due.What;
import dev.laurel.engine.rulebase.RuleBase.Row;
import dev.laurel.rules.condition.Comparator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.language.Trigger.TierChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * To what the rules of a revision answer that no event of the member brings about. Immutable.
 *
 * @param birthday whether any answers to birthdays
 * @param anniversary whether any answers to anniversaries of the enrolment
 * @param inactivity the times without a purchase to which any answers
 * @param moves the moves on ladders to which any answers, by the words of {@link #ofMove}
 * @param returns whether any rule or metric looks at goods that come back
 */
public record Occasions(
    boolean birthday,
    boolean anniversary,
    List<Span> inactivity,
    Set<String> moves,
    boolean returns) {
  private static final String MOVE = "move:";

  static Occasions of(List<Trigger> all, Set<String> types) {
    Set<Trigger> triggers = Set.copyOf(all);
    Set<String> moves = new TreeSet<>();
    Set<Span> spans = new HashSet<>();
    for (Trigger trigger : triggers) {
      if (trigger instanceof TierChange change) moves.add(wordOf(change));
      if (trigger instanceof Trigger.Inactivity(var span)) spans.add(span);
    }
    return new Occasions(
        triggers.contains(new Trigger.Birthday()),
        triggers.contains(new Trigger.Anniversary()),
        spans.stream().sorted(java.util.Comparator.comparing(Span::toString)).toList(),
        Set.copyOf(moves),
        types.contains("return"));
  }

  /** The word by which rules name the type of what a trigger answers to. */
  static String wordOf(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Purchase _ -> "purchase";
      case Trigger.Return _ -> "return";
      case Trigger.Redemption _ -> "redemption";
      case Trigger.Enrolment _ -> "enrolment";
      case Trigger.Referral _ -> "referral";
      case Trigger.CheckIn _ -> "checkIn";
      case Trigger.Review _ -> "review";
      case Trigger.Survey _ -> "survey";
      case Trigger.Complaint _ -> "complaint";
      case Trigger.Event(var event) -> event;
      case Trigger.Birthday _ -> Due.typeOf(What.BIRTHDAY, "");
      case Trigger.Anniversary _ -> Due.typeOf(What.ANNIVERSARY, "");
      case Trigger.Inactivity(var span) -> Due.typeOf(What.INACTIVITY, span.toString());
      case TierChange(var ladder, var direction) -> ofMove(ladder, direction);
      case Trigger.MessageOutcome _ -> "messageOutcome";
    };
  }

  /** What a trigger asks of the event beside its type, as rows of the rule. */
  static List<Row> rowsOf(Trigger trigger) {
    if (!(trigger instanceof Trigger.MessageOutcome(var message, var outcome))) return List.of();
    List<Row> rows = new ArrayList<>();
    message.ifPresent(id -> rows.add(row("message", id)));
    rows.add(row("outcome", outcome));
    return rows;
  }

  private static Row row(String word, String value) {
    return new Row(
        "on/" + word,
        new Condition.Comparison(
            new Operand.Attribute("event." + word), Comparator.EQUAL, Value.of(value)));
  }

  /** The word by which rules name a move on a ladder; no declared type of event has a colon. */
  public static String ofMove(String ladder, TierChange.Direction direction) {
    return MOVE + ladder + ":" + direction.name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is such a word. */
  public static boolean isMove(String type) {
    return type.startsWith(MOVE);
  }
}
