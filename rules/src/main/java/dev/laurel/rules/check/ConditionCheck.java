package dev.laurel.rules.check;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Vocabulary.Attribute;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks single conditions against the words of one pack: whether each operand exists, has a value
 * where the condition stands, and is compared in a way and with a literal that fit its type.
 * Immutable and thread-safe; making one reads the pack's declarations only, so an editor may do so
 * at each key stroke.
 */
public final class ConditionCheck {
  private final Dictionary dictionary;
  private final LiteralCheck literals;
  private final Set<String> personal = new HashSet<>();

  private ConditionCheck(Pack pack) {
    this.dictionary = Dictionary.of(pack);
    this.literals = new LiteralCheck(pack.programme().currency());
    pack.vocabulary()
        .ifPresent(v ->
            v.member().stream()
                .filter(Attribute::personal)
                .forEach(a -> personal.add("member." + a.id())));
  }

  public static ConditionCheck of(Pack pack) {
    return new ConditionCheck(pack);
  }

  /**
   * Everything wrong with a condition, in the order in which it stands there.
   *
   * @param setting where it is asked
   * @param place where it stands in the pack; each fault is reported there
   */
  public List<Fault> check(Condition condition, Setting setting, Place place) {
    Sink sink = new Sink();
    check(condition, setting, place, sink);
    return sink.sorted();
  }

  /** The words that may be asked for here, by path; words of lines only where lines are asked. */
  public List<Word> words(Setting setting) {
    return dictionary.paths().stream()
        .filter(path -> !personal.contains(path))
        .flatMap(path -> dictionary.find(path).stream())
        .filter(word -> setting.carries(word, dictionary))
        .toList();
  }

  void check(Condition condition, Setting setting, Place place, Sink sink) {
    new ConditionRun(this, setting, place, sink).check(condition);
  }

  /** The word of a path that is written as a text; empty where there is none. */
  Optional<Word> path(String path, Setting setting, Place place, Sink sink) {
    return new ConditionRun(this, setting, place, sink).word(path, false);
  }

  Dictionary dictionary() {
    return dictionary;
  }

  LiteralCheck literals() {
    return literals;
  }

  boolean isPersonal(String path) {
    return personal.contains(path);
  }
}
