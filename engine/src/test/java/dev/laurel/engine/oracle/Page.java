package dev.laurel.engine.oracle;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is being told of one event: the past that it changes, and what came of it so far. */
final class Page {
  final Programming programming;
  final Past past;
  final Decisive decisive = new Decisive();

  /** What happened; empty of what time brings about. */
  Optional<Event> event = Optional.empty();

  /** Who brought the member, before the event. */
  final Optional<String> referrer;

  /** What others get by it. */
  final Map<Past.Onward, Long> onward = new TreeMap<>(Comparator.comparing(Past.Onward::toString));

  /** What the member's pool is to give up of a kind. */
  final Map<String, Take> fromPool = new TreeMap<>();

  /** So many units, earned on a day where it is known. */
  record Take(long units, Optional<LocalDate> earned) {}

  /** Has the pool give up so much more, or less. */
  void fromPool(String kind, long units, LocalDate earned) {
    fromPool.put(kind, new Take(asked(kind) + units, Optional.of(earned)));
  }

  /** What the pool is to give up so far. */
  long asked(String kind) {
    return fromPool.containsKey(kind) ? fromPool.get(kind).units() : 0;
  }

  /** The messages that are asked for, each with the first rule by id that does. */
  final Map<String, String> wanted = new TreeMap<>();

  /** What is known of the whole of what happens, where rules answer to it. */
  Optional<Known> whole = Optional.empty();

  private final List<String> lines = new ArrayList<>();
  private final List<String> moves = new ArrayList<>();
  private final Map<String, Long> used = new TreeMap<>();
  private boolean moved;

  Page(Programming programming, Past past) {
    this.programming = programming;
    this.past = past;
    this.referrer = past.referrer;
  }

  void add(String line) {
    lines.add(line);
  }

  void want(String message, String rule) {
    wanted.merge(message, rule, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  void addAll(List<String> more) {
    lines.addAll(more);
  }

  /** Notes that a tier was reached, renewed or lost. */
  void move(String line) {
    lines.add(line);
    moved = true;
  }

  /** A move on a ladder, by the words of rules that answer to it, once however often it happens. */
  void moves(String word) {
    if (!moves.contains(word)) moves.add(word);
  }

  List<String> moves() {
    return List.copyOf(moves);
  }

  /** Notes that something happened to which rules answer, whatever came of it. */
  void happened() {
    moved = true;
  }

  /** A rule that was not met at first applies in a later part of the event. */
  void withdrawUnmet(String rule) {
    lines.removeIf(line ->
        line.equals(Wording.notMet(rule))
            || line.startsWith("unmet " + rule + " ")
            || line.startsWith("excepted " + rule + " "));
  }

  /** Gives something to another by a referral. */
  void give(Past.Onward what, long units) {
    onward.merge(what, units, Long::sum);
    decisive.by(units < 0 ? "something taken back from another" : "something given to another");
    if (units != 0) moved = true;
  }

  /** Notes that so much of a budget or of a stock was used. */
  void used(String key, long units) {
    used.merge(key, units, Long::sum);
  }

  /** The budgets of which something was used. */
  Set<String> usedOf() {
    return used.keySet();
  }

  void post(Account from, Account to, String kind, long units, String why) {
    if (units == 0) return;
    past.journal.add(new Entry(from, to, kind, units, why));
    decisive.by("posting " + from + ">" + to);
    lines.add(Wording.posting(from.name(), to.name(), kind, units, why));
    moved = true;
  }

  /** Whether points or tiers have moved. */
  boolean hasMoved() {
    return moved;
  }

  /** What came of it, in the order of the words. */
  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    used.forEach((key, units) -> all.add(Wording.used(key, units)));
    onward.forEach((what, units) -> {
      if (units != 0) all.add(Wording.onward(what.toString(), units));
    });
    return all.stream().sorted().toList();
  }
}
