package dev.laurel.rules.sentence;

import dev.laurel.rules.sentence.Phrase.Named;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks phrases in one language. Immutable and thread-safe; the same phrase always gives the same
 * text, whatever the machine's locale.
 */
public final class Speaker {
  private static final class Languages {
    static final Speaker ENGLISH = Speaker.of(new English());
    static final List<Speaker> ALL = List.of(ENGLISH, Speaker.of(new Chinese()));
  }

  private final Tongue tongue;
  private final Templates templates;

  private Speaker(Tongue tongue, Templates templates) {
    this.tongue = tongue;
    this.templates = templates;
  }

  public static Speaker english() {
    return Languages.ENGLISH;
  }

  /** A speaker for each language that packs are spoken in, English first. */
  public static List<Speaker> all() {
    return Languages.ALL;
  }

  /**
   * The speaker of a language.
   *
   * @param tag a BCP 47 tag; only its language counts, so that {@code zh}, {@code zh-CN} and {@code
   *     zh-Hans} give the same
   * @return empty where packs are not spoken in that language
   */
  public static Optional<Speaker> of(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return all().stream()
        .filter(speaker -> Locale.forLanguageTag(speaker.language()).getLanguage().equals(language))
        .findFirst();
  }

  /** A speaker of a language with the templates of its file. */
  static Speaker of(Tongue tongue) {
    return of(tongue, Templates.load(tongue.language()));
  }

  static Speaker of(Tongue tongue, Templates templates) {
    return new Speaker(tongue, templates);
  }

  /**
   * A speaker of the same language who knows further messages, those of a room that has some of its
   * own to say.
   *
   * @param more templates by key
   * @throws IllegalArgumentException when a key is known already or a template is malformed
   */
  public Speaker with(Map<String, String> more) {
    return new Speaker(tongue, templates.with(more));
  }

  /** The BCP 47 tag of the language spoken. */
  public String language() {
    return tongue.language();
  }

  /** A phrase within a sentence: without a capital letter at its start or a full stop. */
  public String say(Phrase phrase) {
    return text(spoken(phrase));
  }

  public String say(Sentence sentence) {
    return text(runs(sentence));
  }

  /**
   * A passage and those within it: the title in one line, the sentences in the next, the parts
   * below it, indented by two spaces for each level.
   */
  public String say(Passage passage) {
    StringBuilder text = new StringBuilder();
    say(passage, "", text);
    return text.toString();
  }

  /** Sentences as they follow one another. */
  String say(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Sentence sentence : sentences) {
      if (!before.isEmpty()) text.append(tongue.between(before));
      before = say(sentence);
      text.append(before);
    }
    return text.toString();
  }

  /** The sentence as runs of text and words, in the order of the language. */
  public List<Run> runs(Sentence sentence) {
    List<Run> runs = spoken(sentence.phrase());
    if (!runs.isEmpty())
      runs.set(
          0,
          switch (runs.getFirst()) {
            case Run.Plain(String text) -> new Run.Plain(tongue.opening(text));
            case Run.Word(Phrase.Kind kind, String place, String text) ->
                new Run.Word(kind, place, tongue.opening(text));
          });
    return List.copyOf(runs);
  }

  /** The keys that this language has a template for. */
  Set<String> keys() {
    return templates.keys();
  }

  private void say(Passage passage, String indent, StringBuilder text) {
    text.append(indent).append(tongue.opening(say(passage.title()))).append('\n');
    if (!passage.sentences().isEmpty())
      text.append(indent).append(say(passage.sentences())).append('\n');
    passage.parts().forEach(part -> say(part, indent + "  ", text));
  }

  private List<Run> spoken(Phrase phrase) {
    List<Run> runs = new ArrayList<>();
    speak(phrase, runs);
    return runs;
  }

  private void speak(Phrase phrase, List<Run> runs) {
    switch (phrase) {
      case Phrase.Message(String key, List<Phrase> arguments) -> fill(key, arguments, runs);
      case Phrase.Joined joined -> join(joined.by(), joined.parts(), runs);
      case Phrase.Circumstances all -> join(Phrase.Join.COMMA, inOrder(all), runs);
      case Phrase.Word(Phrase.Kind kind, String place, Phrase of) ->
          add(new Run.Word(kind, place, say(of)), runs);
      case Phrase.Number(BigDecimal number) -> plain(tongue.number(number), runs);
      case Phrase.Money money -> plain(tongue.money(money.amount(), money.currency()), runs);
      case Phrase.Percent(BigDecimal percent) ->
          fill("percent", List.of(new Phrase.Number(percent)), runs);
      case Phrase.Date date -> plain(date(date), runs);
      case Phrase.DayOfYear day ->
          plain(
              filled("date.day", day.day().getDayOfMonth(), month(day.day().getMonthValue())),
              runs);
      case Phrase.Time(LocalTime time) -> plain(time(time), runs);
      case Phrase.Length length ->
          fill(
              "span." + length.span().unit().name().toLowerCase(Locale.ROOT),
              List.of(new Phrase.Number(BigDecimal.valueOf(length.span().count()))),
              runs);
      case Phrase.Weekday weekday -> fill("weekday." + weekday.day().getValue(), List.of(), runs);
      case Phrase.MonthOfYear month -> plain(month(month.month().getValue()), runs);
      case Phrase.Named named -> plain(name(named), runs);
      case Phrase.Units units -> plain(units(units), runs);
      case Phrase.Told told -> plain(tongue.quoted(told.text().in(tongue.language())), runs);
      case Phrase.Quoted(String text) -> plain(tongue.quoted(text), runs);
      case Phrase.Code(String code) -> plain(code, runs);
    }
  }

  private void fill(String key, List<Phrase> arguments, List<Run> runs) {
    Template template = templates.get(key);
    if (template.arguments() != arguments.size())
      throw new IllegalStateException(
          "The template %s takes %d arguments, not %d."
              .formatted(key, template.arguments(), arguments.size()));
    for (Template.Piece piece : template.pieces())
      switch (piece) {
        case Template.Piece.Literal(String text) -> plain(text, runs);
        case Template.Piece.Argument(int number) -> speak(arguments.get(number), runs);
        case Template.Piece.Measure(int number) -> plain(measure(key, arguments.get(number)), runs);
        case Template.Piece.Choice(int number, Map<String, String> forms) -> {
          String category = tongue.plural(quantity(key, arguments.get(number)));
          String other = forms.getOrDefault("other", "");
          plain(forms.getOrDefault(category, other), runs);
        }
      }
  }

  private static BigDecimal quantity(String key, Phrase phrase) {
    return switch (phrase) {
      case Phrase.Number(BigDecimal number) -> number;
      case Phrase.Word word -> quantity(key, word.of());
      case Phrase.Message _,
          Phrase.Joined _,
          Phrase.Circumstances _,
          Phrase.Money _,
          Phrase.Percent _,
          Phrase.Date _,
          Phrase.DayOfYear _,
          Phrase.Time _,
          Phrase.Length _,
          Phrase.Weekday _,
          Phrase.MonthOfYear _,
          Phrase.Named _,
          Phrase.Units _,
          Phrase.Told _,
          Phrase.Quoted _,
          Phrase.Code _ ->
          throw new IllegalStateException(
              "The template %s chooses a form by what is no number.".formatted(key));
    };
  }

  /** The measure word of what is a unit. */
  private String measure(String key, Phrase phrase) {
    return switch (phrase) {
      case Phrase.Units units -> tongue.measure(title(units.kind()));
      case Phrase.Word word -> measure(key, word.of());
      case Phrase.Message _,
          Phrase.Joined _,
          Phrase.Circumstances _,
          Phrase.Number _,
          Phrase.Money _,
          Phrase.Percent _,
          Phrase.Date _,
          Phrase.DayOfYear _,
          Phrase.Time _,
          Phrase.Length _,
          Phrase.Weekday _,
          Phrase.MonthOfYear _,
          Phrase.Named _,
          Phrase.Told _,
          Phrase.Quoted _,
          Phrase.Code _ ->
          throw new IllegalStateException(
              "The template %s measures what is no unit.".formatted(key));
    };
  }

  private void join(Phrase.Join by, List<Phrase> parts, List<Run> runs) {
    int last = parts.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i > 0) plain(templates.between(by, i == last), runs);
      speak(parts.get(i), runs);
    }
  }

  private List<Phrase> inOrder(Phrase.Circumstances circumstances) {
    return circumstances.parts().stream()
        .sorted(Comparator.comparingInt(part -> tongue.rank(part.role())))
        .map(Phrase.Circumstance::of)
        .toList();
  }

  private String date(Phrase.Date date) {
    return filled(
        "date",
        date.date().getDayOfMonth(),
        month(date.date().getMonthValue()),
        date.date().getYear());
  }

  private String month(int month) {
    return filled("month." + month);
  }

  /** Hours and minutes; what is left of a minute only where there is any. */
  private static String time(LocalTime time) {
    return time.toString();
  }

  private String name(Named named) {
    String title = title(named);
    String words =
        switch (named.thing()) {
          case TIER, POINT_KIND -> tongue.proper(title);
          case PERIOD,
              METRIC,
              COUNTER,
              LADDER,
              GROUP,
              RULE,
              TABLE,
              CHALLENGE,
              CAMPAIGN,
              SEGMENT,
              BENEFIT,
              MESSAGE,
              OFFER,
              EVENT,
              ATTRIBUTE,
              CHANNEL,
              PURPOSE,
              SCENARIO,
              ROW ->
              tongue.quoted(title);
        };
    return named.shared() ? filled("name.shared", words, id(named)) : words;
  }

  private String units(Phrase.Units units) {
    Named kind = units.kind();
    String plural = units.count().map(tongue::plural).orElse("other");
    String words = tongue.counted(title(kind), plural);
    return kind.shared() ? filled("name.shared", words, id(kind)) : words;
  }

  private String title(Named named) {
    return named.title().in(tongue.language());
  }

  private String id(Named named) {
    return named.thing().accepts(named.id()) ? named.id() : tongue.quoted(named.id());
  }

  /** A template filled with words that are ready. */
  private String filled(String key, Object... words) {
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : templates.get(key).pieces())
      switch (piece) {
        case Template.Piece.Literal(String literal) -> append(literal, text);
        case Template.Piece.Argument(int number) -> append(words[number].toString(), text);
        case Template.Piece.Measure _, Template.Piece.Choice _ ->
            throw new IllegalStateException("The template %s chooses a form.".formatted(key));
      }
    return text.toString();
  }

  private void append(String words, StringBuilder text) {
    text.append(tongue.gap(text.toString(), words)).append(words);
  }

  /** Adds text, to the run before where that is plain too. */
  private void plain(String text, List<Run> runs) {
    if (text.isEmpty()) return;
    String spaced = runs.isEmpty() ? text : tongue.gap(runs.getLast().text(), text) + text;
    if (!runs.isEmpty() && runs.getLast() instanceof Run.Plain(String before))
      runs.set(runs.size() - 1, new Run.Plain(before + spaced));
    else runs.add(new Run.Plain(spaced));
  }

  /** Adds a word; what parts it from the run before is plain. */
  private void add(Run.Word word, List<Run> runs) {
    if (!runs.isEmpty()) plain(tongue.gap(runs.getLast().text(), word.text()), runs);
    runs.add(word);
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }
}
