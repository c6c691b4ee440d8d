package dev.laurel.engine.rulebase;

import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which operands the rules of a revision look at, and in which slot of {@link Facts} each stands,
 * so that only those are gathered. Immutable and thread-safe.
 */
public final class Layout {
  /** Numbers are held in millionths. */
  public static final int DECIMALS = 6;

  private final List<Word> words;
  private final Map<String, Integer> slots = new HashMap<>();

  /**
   * Read for each text of each event: a {@link HashMap} finds one in a quarter of the time that an
   * immutable map needs.
   */
  private final Map<String, String> texts;

  private final int firstOfLine;
  private final int sizeOfLine;
  private final int currencyDecimals;

  private Layout(List<Word> words, Map<String, String> texts, int currencyDecimals) {
    this.words = List.copyOf(words);
    this.texts = new HashMap<>(texts);
    // Words stand in the order of their paths, so those of lines lie side by side.
    this.firstOfLine = (int) words.stream().takeWhile(w -> !isOfLine(w)).count();
    this.sizeOfLine = (int) words.stream().filter(Layout::isOfLine).count();
    this.currencyDecimals = currencyDecimals;
    for (int i = 0; i < words.size(); i++) slots.put(words.get(i).path(), i);
  }

  /**
   * The layout for these conditions and further paths.
   *
   * @param extra words beyond the dictionary, such as a date in another zone
   * @param currencyDecimals 0 to 4: how many decimal places the programme's currency has
   * @throws IllegalArgumentException when a condition names an unknown operand
   */
  public static Layout of(
      Dictionary dictionary,
      Collection<Condition> conditions,
      Collection<String> paths,
      Map<String, Word> extra,
      int currencyDecimals) {
    SortedSet<String> asked = new TreeSet<>(paths);
    conditions.forEach(c -> collect(c, asked));
    List<Word> words = new ArrayList<>(asked.size());
    for (String path : asked)
      words.add(
          Optional.ofNullable(extra.get(path))
              .or(() -> dictionary.find(path))
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "No operand is called %s in this pack.".formatted(path))));
    Map<String, String> texts = new HashMap<>();
    conditions.forEach(c -> collectTexts(c, texts));
    return new Layout(words, texts, currencyDecimals);
  }

  /**
   * The one instance of a text that conditions ask for, so that facts and conditions hold the same
   * and need not be read to be compared; null where no condition asks for this text.
   */
  @Nullable String asked(String text) {
    return texts.get(text);
  }

  /** The slot of a path, or -1 where no rule looks at it. */
  public int slot(String path) {
    return slots.getOrDefault(path, -1);
  }

  public int size() {
    return words.size();
  }

  /** The first slot of what only lines have. */
  int firstOfLine() {
    return firstOfLine;
  }

  /** How many slots hold what only lines have. */
  int sizeOfLine() {
    return sizeOfLine;
  }

  private static boolean isOfLine(Word word) {
    return word.path().startsWith("line.");
  }

  /** The word in this slot. */
  public Word word(int slot) {
    return words.get(slot);
  }

  public int currencyDecimals() {
    return currencyDecimals;
  }

  /** The value as people and files write it; empty where it is missing. */
  public Optional<String> show(Facts facts, int slot) {
    Object text = facts.text(slot);
    if (text instanceof List<?> list)
      return Optional.of(String.join(", ", list.stream().map(String::valueOf).toList()));
    if (text != null) return Optional.of(text.toString());
    long number = facts.number(slot);
    return number == Facts.MISSING ? Optional.empty() : Optional.of(show(words.get(slot), number));
  }

  /**
   * Writes the values of the slots as JSON keys and values into the object that is open; those that
   * are missing are left out.
   *
   * @param of which words are written
   */
  public void write(Facts facts, Predicate<Word> of, JsonWriter to) {
    for (int slot = 0; slot < words.size(); slot++) {
      Word word = words.get(slot);
      if (!facts.has(slot) || !of.test(word)) continue;
      to.key(word.path());
      Object text = facts.text(slot);
      if (text instanceof List<?> list) {
        to.openList();
        for (Object item : list) to.text(String.valueOf(item));
        to.closeList();
      } else if (text != null) to.text(text.toString());
      else write(word, facts.number(slot), to);
    }
  }

  private void write(Word word, long number, JsonWriter to) {
    switch (word.type()) {
      case NUMBER -> to.shortDecimal(number, DECIMALS);
      case MONEY -> to.decimal(number, currencyDecimals);
      case TRUTH -> to.truth(number == 1);
      case DATE, TIME, TIER -> to.text(show(word, number));
      case TEXT, LIST -> throw new IllegalArgumentException(word.path() + " is no number.");
    }
  }

  /** A number of this word's type as people and files write it. */
  String show(Word word, long number) {
    return switch (word.type()) {
      case NUMBER -> plain(BigDecimal.valueOf(number, DECIMALS));
      case MONEY -> BigDecimal.valueOf(number, currencyDecimals).toPlainString();
      case TRUTH -> number == 1 ? "true" : "false";
      case DATE -> LocalDate.ofEpochDay(number).toString();
      case TIME -> LocalTime.ofSecondOfDay(number).toString();
      case TIER -> word.choices().get(Math.toIntExact(number));
      case TEXT, LIST -> throw new IllegalArgumentException(word.path() + " is no number.");
    };
  }

  /** A literal in the unit in which a slot of this word is held. */
  long encode(Word word, Value value) {
    return switch (value) {
      case Value.Number(var number) -> encode(word, number);
      case Value.Truth(var truth) -> truth ? 1 : 0;
      case Value.Date(var date) -> date.toEpochDay();
      case Value.Time(var time) -> time.toSecondOfDay();
      case Value.Text(var text) -> rank(word, text);
    };
  }

  private long encode(Word word, BigDecimal number) {
    int decimals = word.type() == Word.Type.MONEY ? currencyDecimals : DECIMALS;
    return number.movePointRight(decimals).longValueExact();
  }

  private static long rank(Word word, String tier) {
    int rank = word.choices().indexOf(tier);
    if (word.type() != Word.Type.TIER || rank < 0)
      throw new IllegalArgumentException(
          "%s cannot be compared with the text \"%s\".".formatted(word.path(), tier));
    return rank;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The paths of all operands that a condition looks at. */
  public static SortedSet<String> paths(Condition condition) {
    SortedSet<String> paths = new TreeSet<>();
    collect(condition, paths);
    return paths;
  }

  private static void collect(Condition condition, SortedSet<String> paths) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(p -> collect(p, paths));
      case Condition.Any(var parts) -> parts.forEach(p -> collect(p, paths));
      case Condition.AtLeast(var least, var parts) -> parts.forEach(p -> collect(p, paths));
      case Condition.Not(var part) -> collect(part, paths);
      case Condition.Comparison c -> collect(c.operand(), paths);
      case Condition.OneOf c -> collect(c.operand(), paths);
      case Condition.Within c -> collect(c.operand(), paths);
      case Condition.Holds c -> collect(c.operand(), paths);
      case Condition.Present c -> collect(c.operand(), paths);
      case Condition.SomeLine(var where) -> collect(where, paths);
      case Condition.EveryLine(var where) -> collect(where, paths);
    }
  }

  private static void collectTexts(Condition condition, Map<String, String> texts) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(p -> collectTexts(p, texts));
      case Condition.Any(var parts) -> parts.forEach(p -> collectTexts(p, texts));
      case Condition.AtLeast(var least, var parts) -> parts.forEach(p -> collectTexts(p, texts));
      case Condition.Not(var part) -> collectTexts(part, texts);
      case Condition.Comparison c -> collectText(c.bound(), texts);
      case Condition.OneOf c -> c.values().forEach(v -> collectText(v, texts));
      case Condition.Within c -> {}
      case Condition.Holds c -> {}
      case Condition.Present c -> {}
      case Condition.SomeLine(var where) -> collectTexts(where, texts);
      case Condition.EveryLine(var where) -> collectTexts(where, texts);
    }
  }

  private static void collectText(Value value, Map<String, String> texts) {
    if (value instanceof Value.Text(var text)) texts.putIfAbsent(text, text);
  }

  private static void collect(Operand operand, SortedSet<String> paths) {
    switch (operand) {
      case Operand.Attribute(var path) -> paths.add(path);
      case Operand.LineCount(var where) -> where.ifPresent(w -> collect(w, paths));
      case Operand.LineSum(var attribute, var where) -> {
        paths.add("line." + attribute);
        where.ifPresent(w -> collect(w, paths));
      }
    }
  }
}
