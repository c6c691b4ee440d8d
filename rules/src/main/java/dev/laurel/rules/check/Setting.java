package dev.laurel.rules.check;

import dev.laurel.rules.language.EarningRule.Scope;
import dev.laurel.rules.language.Trigger;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.rules.vocabulary.Word.Type;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a condition stands, from which it follows which words have a value there. Immutable.
 *
 * @param subject what asks, as messages name it, such as {@code a segment}
 * @param happens whether it is asked when something happens, so that there is a date and a time
 * @param events the types of event at which it is asked, each of which must carry a word; empty
 *     where they are not known, and then every word of an event is accepted
 * @param ofLine whether it is asked of each line of a purchase
 * @param totals whether metrics, points and tiers may be asked for
 * @param earns whether rules earn there, so that there is something to multiply
 */
public record Setting(
    String subject,
    boolean happens,
    Set<String> events,
    boolean ofLine,
    boolean totals,
    boolean earns) {
  private static final Set<String> NO_EVENT = Set.of("");

  public Setting {
    events = Set.copyOf(events);
  }

  /** A condition of the member alone: a segment, what a tier asks for. */
  public static Setting ofMember(String subject) {
    return new Setting(subject, false, NO_EVENT, false, true, false);
  }

  /** A condition asked at any moment, whatever happens then. */
  public static Setting atAnyMoment(String subject) {
    return new Setting(subject, true, NO_EVENT, false, true, false);
  }

  /** A condition of a rule. */
  public static Setting of(Trigger on, Scope per) {
    String event = eventOf(on);
    return new Setting(
        "a rule that answers to " + event, true, Set.of(event), per == Scope.LINE, true, true);
  }

  /** A condition of a metric that counts this type of event, or the lines of purchases. */
  static Setting ofMetric(String event, boolean ofLine) {
    return new Setting("a metric that counts " + event, true, Set.of(event), ofLine, false, false);
  }

  /** Where this and the other are asked with the same condition. */
  Setting and(String newSubject, Setting other) {
    Set<String> both = new TreeSet<>(events);
    both.addAll(other.events);
    return new Setting(
        newSubject,
        happens && other.happens,
        events.isEmpty() || other.events.isEmpty() ? Set.of() : both,
        ofLine && other.ofLine,
        totals && other.totals,
        earns && other.earns);
  }

  /** The same, asked of the event as a whole. */
  Setting ofWhole() {
    return new Setting(subject, happens, events, false, totals, earns);
  }

  /** The same of what comes of the event by itself, once all that rules earn is settled. */
  Setting afterwards(String newSubject) {
    return new Setting(newSubject, happens, events, ofLine, totals, false);
  }

  /** The same where the types of event are not known. */
  Setting withoutEvents() {
    return new Setting(subject, happens, Set.of(), ofLine, totals, earns);
  }

  /** Whether the word has a value here, as far as can be told without knowing the data. */
  public boolean carries(Word word, Dictionary dictionary) {
    return switch (word.source()) {
      case MEMBER -> totals || !isTotal(word);
      case EVENT -> happens && isCarried(word, dictionary);
      case PURCHASE -> isCarried(word, dictionary);
      case LINE -> ofLine;
    };
  }

  /** Whether there is a receipt: an amount and lines. */
  boolean hasReceipt() {
    return events.stream().allMatch(event -> event.equals("purchase") || event.equals("return"));
  }

  private boolean isCarried(Word word, Dictionary dictionary) {
    Set<String> carriers = dictionary.carriers(word.path());
    return carriers.isEmpty() || carriers.containsAll(events);
  }

  /** Whether the value follows from what metrics have counted. */
  static boolean isTotal(Word word) {
    return word.type() == Type.TIER
        || word.path().startsWith("metrics.")
        || word.path().startsWith("points.");
  }

  /**
   * The type of event that a trigger answers to; what time or the programme itself brings about has
   * a name that no type of event can have.
   */
  static String eventOf(Trigger on) {
    return switch (on) {
      case Trigger.Purchase _ -> "purchase";
      case Trigger.Return _ -> "return";
      case Trigger.Redemption _ -> "redemption";
      case Trigger.Enrolment _ -> "enrolment";
      case Trigger.Referral _ -> "referral";
      case Trigger.CheckIn _ -> "checkIn";
      case Trigger.Review _ -> "review";
      case Trigger.Survey _ -> "survey";
      case Trigger.Complaint _ -> "complaint";
      case Trigger.Birthday _ -> "a birthday";
      case Trigger.Anniversary _ -> "an anniversary";
      case Trigger.Inactivity _ -> "a time without purchases";
      case Trigger.TierChange _ -> "a change of tier";
      case Trigger.Event(var event) -> event;
      case Trigger.MessageOutcome _ -> "messageOutcome";
    };
  }
}
