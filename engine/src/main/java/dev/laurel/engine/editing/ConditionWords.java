package dev.laurel.engine.editing;

import dev.laurel.engine.editing.Wording.Option;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Run;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What can be said instead of the words of a condition. */
final class ConditionWords {
  private static final Word.Type COUNTED = Word.Type.NUMBER;

  private final Dictionary dictionary;
  private final Sentences sentences;
  private final Speaker speaker;

  ConditionWords(Pack pack, Speaker speaker) {
    this.dictionary = Dictionary.of(pack);
    this.sentences = Sentences.of(pack);
    this.speaker = speaker;
  }

  Optional<Wording> at(Tree tree, ConditionPlace place) {
    Optional<String> out = Optional.of(place.place());
    return switch (place.about()) {
      case PREDICATE -> Asking.of(place.part()).map(asking -> asked(place.place(), out, asking));
      case OPERAND ->
          Asking.of(place.part())
              .filter(asking -> asking.operand() instanceof Operand.Attribute)
              .map(asking -> attribute(place, out, (Operand.Attribute) asking.operand()));
      case LEAST ->
          place.part() instanceof Condition.AtLeast(var least, var parts)
              ? Optional.of(
                  new Wording.Digits(
                      place.place(),
                      Optional.empty(),
                      place.place(),
                      String.valueOf(least),
                      BigDecimal.ONE,
                      BigDecimal.valueOf(parts.size()),
                      0,
                      Wording.Unit.NONE))
              : Optional.empty();
    };
  }

  /** Whether something can be said instead of a word. */
  static boolean knows(ConditionPlace place) {
    return switch (place.about()) {
      case PREDICATE -> Asking.of(place.part()).isPresent();
      case OPERAND ->
          Asking.of(place.part())
              .filter(asking -> asking.operand() instanceof Operand.Attribute)
              .isPresent();
      case LEAST -> place.part() instanceof Condition.AtLeast;
    };
  }

  private Wording asked(String place, Optional<String> out, Asking asking) {
    Word.Type type = typeOf(asking.operand());
    List<Wording.Operator> operators = Asking.operators(type);
    // What somebody wrote otherwise stays a choice as long as it stands there.
    List<Wording.Operator> all =
        operators.contains(asking.operator())
            ? operators
            : java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(asking.operator()), operators.stream())
                .toList();
    return new Wording.Asked(
        place,
        out,
        words(asking.operand()),
        type,
        all,
        asking.operator(),
        values(asking.operand()),
        asking.values());
  }

  private Wording attribute(ConditionPlace place, Optional<String> out, Operand.Attribute now) {
    boolean ofLine = now.path().startsWith("line.");
    List<Option> options =
        dictionary.paths().stream()
            .filter(path -> path.startsWith("line.") == ofLine)
            .map(this::option)
            .toList();
    return new Wording.One(place.place(), out, place.place(), options, now.path());
  }

  /** What a new condition can look at. */
  List<Option> attributes(boolean ofLinesToo) {
    return dictionary.paths().stream()
        .filter(path -> ofLinesToo || !path.startsWith("line."))
        .map(this::option)
        .toList();
  }

  /** What can be counted by the unit. */
  List<Option> numbers() {
    return dictionary.paths().stream()
        .filter(path ->
            dictionary
                .find(path)
                .filter(word -> word.type() == Word.Type.NUMBER)
                .filter(word -> word.source() != Word.Source.MEMBER)
                .isPresent())
        .map(this::option)
        .toList();
  }

  private Option option(String path) {
    return new Option(path, words(new Operand.Attribute(path)));
  }

  /** What an operand is called: what of a sentence about it is not the predicate. */
  String words(Operand operand) {
    String at = "x";
    Phrase asked = sentences.condition(at, new Condition.Present(operand));
    List<Run> runs = speaker.runs(new Sentence("", asked));
    return runs.stream()
        .filter(run -> run instanceof Run.Word(var _, var place, var _) && !place.equals(at))
        .map(Run::text)
        .findFirst()
        .orElseGet(() -> runs.isEmpty() ? "" : runs.getFirst().text().strip());
  }

  Word.Type typeOf(Operand operand) {
    return switch (operand) {
      case Operand.Attribute(var path) ->
          dictionary.find(path).map(Word::type).orElse(Word.Type.TEXT);
      case Operand.LineCount _ -> COUNTED;
      case Operand.LineSum(var attribute, var _) ->
          dictionary.find("line." + attribute).map(Word::type).orElse(COUNTED);
    };
  }

  /** Whether any value of its type can be asked of it. */
  boolean hasFreeValues(Operand operand) {
    return values(operand).isEmpty();
  }

  /** The values there are, where they are known. */
  List<Option> values(Operand operand) {
    if (!(operand instanceof Operand.Attribute(var path))) return List.of();
    Optional<Word> word = dictionary.find(path);
    if (word.filter(of -> of.type() == Word.Type.TRUTH).isPresent())
      return List.of(
          new Option("true", speaker.say(sentences.value(path, Value.of(true)))),
          new Option("false", speaker.say(sentences.value(path, Value.of(false)))));
    return word.map(Word::choices).orElse(List.of()).stream()
        .map(choice -> new Option(choice, title(sentences.value(path, Value.of(choice)))))
        .toList();
  }

  private String title(Phrase phrase) {
    return phrase instanceof Phrase.Named named
        ? named.title().in(speaker.language())
        : speaker.say(phrase);
  }

  /** A first condition about an attribute, from which people go on. */
  Condition first(String path) {
    Operand operand = new Operand.Attribute(path);
    Word.Type type = typeOf(operand);
    List<Option> values = values(operand);
    String value =
        values.isEmpty()
            ? switch (type) {
              case NUMBER, MONEY -> "1";
              case DATE -> "2026-01-01";
              case TIME -> "12:00";
              case TRUTH -> "true";
              case TEXT, LIST, TIER -> "…";
            }
            : values.getLast().value();
    Wording.Operator operator =
        switch (type) {
          case NUMBER, MONEY, DATE, TIME, TIER -> Wording.Operator.AT_LEAST;
          case TEXT, TRUTH -> Wording.Operator.EQUAL;
          case LIST -> Wording.Operator.HOLDS;
        };
    return new Asking(operand, operator, List.of(value))
        .condition(type)
        .orElseThrow(() -> new IllegalStateException("No first condition about " + path + "."));
  }
}
