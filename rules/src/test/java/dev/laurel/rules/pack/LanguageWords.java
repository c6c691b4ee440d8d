package dev.laurel.rules.pack;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.pack.LanguageExamples.Asked;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.vocabulary.Dictionary;
import dev.laurel.rules.vocabulary.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of the reference that no record holds: values, conditions and the words in them. */
final class LanguageWords {
  static final String HEAD =
      """
      # The language of rule packs

      Everything that format 1 knows, made from the code by `LanguageReferenceTest`: each construct with its keys, what is so where a
      key is left out, and an example. Every example stands in a whole pack that is read without a fault
      (they lie [here](../src/test/resources/language)). What is read but not evaluated yet says so, and comes again at the
      [end](#what-is-not-evaluated-yet). How rules meet that apply to the same
      event is told in [how rules meet](../../engine/docs/how-rules-meet.md); small whole programmes to begin with stand in the
      [gallery](../../samples/templates).

      A pack is one file, `pack.yaml`, or several, each of which holds the sections named below. Keys may stand in any order; what
      is no key is refused, with its place and what was probably meant. Words of closed families are written in small letters with
      hyphens. Points and amounts are exact decimals.
      """;

  static final String MAPPINGS =
      """
      How rows of a file become events stands in `mapping.yaml` beside a pack, and is no part of it.
      """;

  private static final Map<String, String> SPECIALS =
      Map.of(
          "Text", "Texts for people",
          "Rows", "Conditions",
          "Value", "Values",
          "Datum", "Values",
          "RateTable.Cell", "Cells of a rate table");

  private static final String VALUES =
      """

      ## Texts for people

      A text in English, or a map of language tags to texts: `title: {en: Coffee, zh-Hans: 咖啡}`.

      ## Values

      A text, a number, `true` or `false`, a day like `2026-01-31` or a time of day like `"18:30"`. A text that looks like a day or a
      time is written `{text: "18:30"}`. What an attribute holds may also be a list of texts: `hobbies: [chess, go]`.

      Lengths of time are written like `12 months`, `30 days`, `2 weeks` or `1 year`, and days of a year like `--04-01`.

      ## Cells of a rate table

      `any` for whatever is there, a value, a list of values, or a range: `{from: 10, below: 20}`, either of which may be left out.
      """;

  private static final String CONDITIONS =
      """

      ## Conditions

      One expression, or a map of ids to expressions, each of which is then a row with a name of its own. Expressions are a subset of
      FEEL (decision [010](../../engine/docs/decisions/010-conditions-are-a-feel-subset.md)). What is asked of a fact that is missing
      is neither met nor refuted but missing, and so is its opposite.

      | form | for example | read aloud |
      |---|---|---|
      """;

  private static final String WORDS =
      """

      ## Words

      What conditions, columns of tables and attributes of outcomes may name. These are always there:

      | word | holds | of | for example | read aloud |
      |---|---|---|---|---|
      """;

  private static final String OWN_WORDS =
      """

      And these come with what a pack declares:

      | word | comes with | for example | read aloud |
      |---|---|---|---|
      """;

  /** What a pack adds, and one word of the examples that it adds so. */
  private static final Map<String, List<String>> OWN =
      new TreeMap<>(
          Map.of(
              "member.tier", List.of("the first ladder: the tier held", "member.tier"),
              "member.tiers.<ladder>", List.of("each ladder", "member.tiers.level"),
              "metrics.<id>", List.of("each metric", "metrics.spend"),
              "counters.<id>", List.of("each counter", "counters.cups"),
              "points.<kind>", List.of("each kind of points: those available", "points.points"),
              "member.<attribute>", List.of("`vocabulary.member`", "member.newsletter"),
              "purchase.<attribute>", List.of("`vocabulary.purchase`", "purchase.guests"),
              "line.<attribute>", List.of("`vocabulary.product`", "line.organic"),
              "event.<attribute>", List.of("attributes of `vocabulary.events`", "event.nights")));

  private final LanguageExamples examples;
  private final StringBuilder out = new StringBuilder();

  private LanguageWords(LanguageExamples examples) {
    this.examples = examples;
  }

  static String of(LanguageExamples examples) {
    LanguageWords words = new LanguageWords(examples);
    words.out.append(VALUES).append(CONDITIONS);
    words.conditions();
    words.out.append(WORDS);
    words.builtIn();
    words.out.append(OWN_WORDS);
    words.own();
    return words.out.toString();
  }

  /** Under which heading the form of a special shape is told. */
  static String heading(String special) {
    String heading = SPECIALS.get(special);
    if (heading == null) throw new IllegalStateException("Nothing tells of " + special);
    return heading;
  }

  private void conditions() {
    for (Class<?> form : Condition.class.getPermittedSubclasses())
      row(
          List.of(form.getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT)),
          shortest(asked -> form.isInstance(asked.condition()))
              .orElseThrow(() -> new AssertionError("No example asks " + form)));
    row(List.of("count of lines"), compared(Operand.LineCount.class));
    row(List.of("sum over lines"), compared(Operand.LineSum.class));
  }

  private Asked compared(Class<?> operand) {
    return shortest(asked ->
            asked.condition() instanceof Condition.Comparison(var of, var _, var _)
                && operand.isInstance(of))
        .orElseThrow(() -> new AssertionError("No example asks " + operand));
  }

  private void builtIn() {
    Dictionary builtIn = Dictionary.builtIn();
    for (String path : builtIn.paths()) {
      Word word = builtIn.find(path).orElseThrow();
      String carriers = builtIn.carriers(path).stream().sorted().collect(Collectors.joining(", "));
      row(
          List.of(
              "`" + path + "`",
              word.type().name().toLowerCase(Locale.ROOT),
              carriers.isEmpty() ? word.source().name().toLowerCase(Locale.ROOT) : carriers),
          naming(path));
    }
  }

  private void own() {
    OWN.forEach((form, of) -> row(List.of("`" + form + "`", of.getFirst()), naming(of.getLast())));
  }

  /** An example whose condition names this word. */
  private Asked naming(String path) {
    Pattern word = Pattern.compile("(?<![\\w.])" + Pattern.quote(path) + "(?![\\w.])");
    return shortest(asked -> word.matcher(Feel.print(asked.condition())).find())
        .orElseThrow(() -> new AssertionError("No example asks for " + path));
  }

  private Optional<Asked> shortest(java.util.function.Predicate<Asked> which) {
    return examples.conditions().stream()
        .filter(which)
        .min(
            Comparator.comparing((Asked asked) -> Feel.print(asked.condition()).length())
                .thenComparing(asked -> Feel.print(asked.condition())));
  }

  private void row(List<String> cells, Asked asked) {
    String aloud =
        Speaker.english().say(Sentences.of(asked.pack()).condition("", asked.condition()));
    out.append("| ")
        .append(String.join(" | ", cells))
        .append(" | `")
        .append(Feel.print(asked.condition()).replace("|", "\\|"))
        .append("` | ")
        .append(aloud.replace("|", "\\|"))
        .append(" |\n");
  }
}
