package dev.laurel.engine.oracle;

import dev.laurel.engine.oracle.Past.Account;
import dev.laurel.engine.oracle.Past.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is being told of one event: the past that it changes, and what came of it so far. */
final class Page {
  final Programming programming;
  final Past past;
  final Decisive decisive = new Decisive();

  /** What the member's pool is to give up of a kind. */
  final Map<String, Take> fromPool = new TreeMap<>();

  /** So many units, earned on a day where it is known. */
  record Take(long units, Optional<LocalDate> earned) {}

  /** The messages that are asked for, each with the first rule by id that does. */
  final Map<String, String> wanted = new TreeMap<>();

  /** What is known of the whole of what happens, where rules answer to it. */
  Optional<Known> whole = Optional.empty();

  private final List<String> lines = new ArrayList<>();
  private final List<String> moves = new ArrayList<>();
  private final Map<String, Long> stocks = new TreeMap<>();
  private boolean moved;

  Page(Programming programming, Past past) {
    this.programming = programming;
    this.past = past;
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

  /** A move on a ladder, by the words of rules that answer to it. */
  void moves(String word) {
    moves.add(word);
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

  /** Notes that so many pieces of a stock were used. */
  void stock(String key, long pieces) {
    stocks.merge(key, pieces, Long::sum);
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
    stocks.forEach((key, pieces) -> all.add(Wording.used(key, pieces)));
    return all.stream().sorted().toList();
  }
}
