package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Wording.Option;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.language.Thing;
import dev.laurel.rules.pack.Form;
import dev.laurel.rules.pack.PackForms;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Phrase;
import dev.laurel.rules.sentence.Sentences;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what can be said instead of a word. Immutable and thread-safe. */
public final class Wordings {
  private static final List<String> TERM = List.of("from", "to");
  private static final int MOST_OPTIONS = 400;

  private final Tree tree;
  private final Optional<Pack> pack;
  private final Speaker speaker;

  private Wordings(Tree tree, Optional<Pack> pack, Speaker speaker) {
    this.tree = tree;
    this.pack = pack;
    this.speaker = speaker;
  }

  /**
   * Of a pack as it is edited.
   *
   * @param pack what the tree says, where every part of it is of the right form; else what it said
   *     before, for the names of things
   * @param speaker in whose words choices are told
   */
  public static Wordings of(Tree tree, Optional<Pack> pack, Speaker speaker) {
    return new Wordings(tree, pack, speaker);
  }

  /** What can be said instead of the word at a place; empty where nothing can. */
  public Optional<Wording> at(String place) {
    Optional<ConditionPlace> condition = ConditionPlace.of(tree, place);
    if (condition.isPresent())
      return pack.flatMap(of -> new ConditionWords(of, speaker).at(tree, condition.get()));
    return PackForms.at(tree, place).flatMap(expected -> at(place, expected));
  }

  /** Whether something can be said instead, told without looking for what. */
  public boolean isChangeable(String place) {
    Optional<ConditionPlace> condition = ConditionPlace.of(tree, place);
    if (condition.isPresent()) return pack.isPresent() && ConditionWords.knows(condition.get());
    return PackForms.at(tree, place).filter(of -> isChangeable(place, of.form())).isPresent();
  }

  private boolean isChangeable(String place, Form form) {
    return switch (form) {
      case Form.Digits _,
          Form.Truth _,
          Form.Length _,
          Form.Day _,
          Form.TimeOfDay _,
          Form.Choice _,
          Form.Plain _,
          Form.Told _ ->
          true;
      case Form.Reference(var to) ->
          pack.filter(of -> to.stream().anyMatch(kind -> !Things.of(of, kind).isEmpty()))
              .isPresent();
      case Form.Several(var of) ->
          of instanceof Form.Reference || of instanceof Form.Choice || of instanceof Form.Digits;
      case Form.Family _ -> pack.isPresent() && Families.canBeAnother(place);
      case Form.Parts(var keys) ->
          keys.containsAll(TERM) || keys.contains("atMost") || keys.equals(List.of("netOf"));
      case Form.Cell _ -> pack.isPresent();
      case Form.DayOfYear _, Form.Asked _, Form.Rows _, Form.Datum _ -> false;
    };
  }

  private Optional<Wording> at(String place, PackForms.Expected expected) {
    Optional<String> out =
        expected.mayBeLeftOut() && Trees.at(tree, place).isPresent()
            ? Optional.of(place)
            : Optional.empty();
    if (isTerm(place)) return Optional.of(days(Trees.parent(place), place));
    return switch (expected.form()) {
      case Form.Digits number -> Optional.of(number(place, place, out, number));
      case Form.Truth _ -> Optional.of(truth(place));
      case Form.Length _ -> length(place, out, expected);
      case Form.Day _ -> Optional.of(days(Trees.parent(place), place));
      case Form.TimeOfDay _ ->
          Optional.of(new Wording.Time(place, Optional.empty(), time(text(place))));
      case Form.Choice(var words) -> Optional.of(choice(place, out, words));
      case Form.Reference(var to) -> references(place, out, to);
      case Form.Several(var of) -> several(place, out, of);
      case Form.Family(var needs) -> family(place, needs.keySet().stream().toList());
      case Form.Parts(var keys) -> parts(place, keys);
      case Form.Plain _ -> Optional.of(plain(place, out));
      case Form.Told _ -> Optional.of(new Wording.Told(place, Optional.empty(), told(place)));
      case Form.Cell _ -> pack.flatMap(of -> CellWords.of(tree, of, speaker, place));
      case Form.DayOfYear _, Form.Asked _, Form.Rows _, Form.Datum _ -> Optional.empty();
    };
  }

  /** Both ends of a term are chosen together, since one bounds the other. */
  private boolean isTerm(String place) {
    return TERM.contains(Trees.name(place))
        && PackForms.at(tree, Trees.parent(place))
            .filter(
                around -> around.form() instanceof Form.Parts(var keys) && keys.containsAll(TERM))
            .flatMap(_ -> PackForms.at(tree, place))
            .filter(of -> of.form() instanceof Form.Day)
            .isPresent();
  }

  /** What a part says by one of its keys: of a ceiling how much, of a base what does not earn. */
  private Optional<Wording> parts(String place, List<String> keys) {
    if (keys.containsAll(TERM)) return Optional.of(days(place, place));
    if (keys.contains("atMost"))
      return PackForms.at(tree, place + "/atMost")
          .filter(of -> of.form() instanceof Form.Digits)
          .map(of -> number(place, place + "/atMost", Optional.of(place), (Form.Digits) of.form()));
    if (keys.equals(List.of("netOf")))
      return PackForms.at(tree, place + "/netOf")
          .flatMap(of -> Optional.of(netOf(place, (Form.Several) of.form())));
    return Optional.empty();
  }

  private Wording netOf(String place, Form.Several of) {
    List<String> words = ((Form.Choice) of.of()).words();
    List<Option> options = options(words, place, word -> new Edit.Set(place, base(List.of(word))));
    List<String> chosen =
        Trees.at(tree, place + "/netOf").isPresent()
            ? texts(place + "/netOf")
            : Trees.at(tree, place).isPresent() ? List.of() : Families.usualBase();
    return new Wording.Several(place, Optional.empty(), place, options, chosen, true);
  }

  static Tree base(List<String> parts) {
    return Tree.branch()
        .with("netOf", new Tree.Items(parts.stream().<Tree>map(Tree::text).toList()));
  }

  private Wording number(String place, String at, Optional<String> out, Form.Digits of) {
    return new Wording.Digits(
        place, out, at, text(at), of.least(), of.most(), of.decimals(), Units.of(tree, pack, at));
  }

  private Wording truth(String place) {
    List<Option> options =
        options(
            List.of("true", "false"),
            place,
            word -> new Edit.Set(place, Tree.truth(word.equals("true"))));
    return new Wording.One(place, Optional.empty(), place, options, text(place));
  }

  private Optional<Wording> length(
      String place, Optional<String> out, PackForms.Expected expected) {
    Span now;
    try {
      now = Span.parse(text(place));
    } catch (IllegalArgumentException e) {
      now = new Span(1, Span.Unit.MONTH);
    }
    Optional<Wording.One> instead =
        expected
            .family()
            .filter(Families::canBeAnother)
            .flatMap(family -> family(family))
            .map(Wording.One.class::cast);
    return Optional.of(new Wording.Length(place, out, now, instead));
  }

  private Optional<Wording> family(String place) {
    return PackForms.at(tree, place)
        .filter(of -> of.form() instanceof Form.Family)
        .flatMap(of -> family(place, ((Form.Family) of.form()).needs().keySet().stream().toList()));
  }

  /** One of a closed family, each as it would first be. */
  private Optional<Wording> family(String place, List<String> words) {
    if (pack.isEmpty() || !Families.canBeAnother(place)) return Optional.empty();
    List<Tree> all = new ArrayList<>();
    Optional<Tree> now = now(place);
    for (String word : words)
      if (now.filter(tree -> Families.word(tree).equals(word)).isPresent()) all.add(now.get());
      else all.addAll(Families.first(word, pack.get()));
    List<String> values = all.stream().map(each -> PackTree.write(each).strip()).toList();
    List<Option> options = new ArrayList<>();
    for (String value : values)
      options.add(new Option(value, Families.said(tree, place, value, speaker)));
    String chosen = now.map(each -> PackTree.write(each).strip()).orElse("");
    return Optional.of(new Wording.One(place, Optional.empty(), place, options, chosen));
  }

  private Wording choice(String place, Optional<String> out, List<String> words) {
    List<Option> options = options(words, place, word -> new Edit.Set(place, Tree.text(word)));
    return new Wording.One(place, out, place, options, text(place));
  }

  private Optional<Wording> references(String place, Optional<String> out, List<Thing> to) {
    List<Option> options = things(to);
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wording.One(place, out, place, options, text(place)));
  }

  private Optional<Wording> several(String place, Optional<String> out, Form of) {
    List<String> chosen = texts(place);
    return switch (of) {
      case Form.Reference(var to) ->
          Optional.of(new Wording.Several(place, out, place, things(to), chosen, false));
      case Form.Choice(var words) ->
          Optional.of(
              new Wording.Several(place, out, place, listed(words, place, false), chosen, false));
      case Form.Digits number -> {
        List<String> numbers = new ArrayList<>();
        for (int each = 1; each <= number.most().intValue(); each++)
          numbers.add(String.valueOf(each));
        if (number.least().signum() < 0) numbers.add("-1");
        List<Option> options = listed(numbers, place, true);
        yield Optional.of(new Wording.Several(place, out, place, options, chosen, false));
      }
      // The tiers of a ladder are ordered and named where they are drawn.
      case Form.Truth _,
          Form.Length _,
          Form.Day _,
          Form.TimeOfDay _,
          Form.DayOfYear _,
          Form.Plain _,
          Form.Told _,
          Form.Several _,
          Form.Family _,
          Form.Parts _,
          Form.Asked _,
          Form.Rows _,
          Form.Cell _,
          Form.Datum _ ->
          Optional.empty();
    };
  }

  private List<Option> listed(List<String> words, String place, boolean numbers) {
    return options(
        words,
        place,
        word -> new Edit.Set(place, Tree.items(numbers ? Tree.number(word) : Tree.text(word))));
  }

  private Wording plain(String place, Optional<String> out) {
    boolean path = Trees.name(place).equals("attribute");
    List<Option> attributes =
        path
            ? pack.map(of -> new ConditionWords(of, speaker).numbers()).orElse(List.of())
            : List.of();
    return attributes.isEmpty()
        ? new Wording.Plain(place, out, text(place))
        : new Wording.One(place, out, place, attributes, text(place));
  }

  private Wording days(String at, String place) {
    boolean whole = Trees.name(at).equals("inForce");
    boolean there = Trees.at(tree, at).isPresent();
    return new Wording.Days(
        place,
        whole && there ? Optional.of(at) : Optional.empty(),
        at,
        day(at + "/from"),
        day(at + "/to"));
  }

  private Optional<LocalDate> day(String place) {
    String text = text(place);
    return text.matches("\\d{4}-\\d{2}-\\d{2}")
        ? Optional.of(LocalDate.parse(text))
        : Optional.empty();
  }

  private static LocalTime time(String text) {
    return text.matches("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?")
        ? LocalTime.parse(text)
        : LocalTime.MIDNIGHT;
  }

  private String told(String place) {
    return pack.isEmpty()
        ? text(place)
        : switch (Trees.at(tree, place).orElse(Tree.text(""))) {
          case Tree.Leaf(var _, var text) -> text;
          case Tree.Branch branch -> Families.text(branch).map(this::in).orElse("");
          case Tree.Items _ -> "";
        };
  }

  private String in(Text text) {
    return text.in(speaker.language());
  }

  /** Things of a kind by their titles. */
  private List<Option> things(List<Thing> kinds) {
    List<Option> all = new ArrayList<>();
    pack.ifPresent(of -> {
      Sentences sentences = Sentences.of(of);
      for (Thing kind : kinds)
        for (String id : Things.of(of, kind))
          all.add(new Option(id, title(sentences.name(kind, id))));
    });
    return all.size() > MOST_OPTIONS ? all.subList(0, MOST_OPTIONS) : all;
  }

  private String title(Phrase phrase) {
    return phrase instanceof Phrase.Named named ? in(named.title()) : speaker.say(phrase);
  }

  private interface Making {
    Edit of(String value);
  }

  /** What can be chosen, in the words that would be read then. */
  private List<Option> options(List<String> values, String place, Making making) {
    List<Tree> trees =
        values.stream()
            .map(value -> Edits.applied(tree, List.of(making.of(value))).orElse(tree))
            .toList();
    List<String> said = Spoken.each(trees, place, Trees.parent(place), speaker);
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) options.add(new Option(values.get(i), said.get(i)));
    return options;
  }

  /** What stands at a place as a text, or what it is where the pack does not say it. */
  private String text(String place) {
    return now(place).orElse(null) instanceof Tree.Leaf(var _, var text) ? text : "";
  }

  private Optional<Tree> now(String place) {
    return Trees.at(tree, place)
        .or(() -> PackForms.at(tree, place).flatMap(PackForms.Expected::usual));
  }

  private List<String> texts(String place) {
    return Trees.at(tree, place).orElse(null) instanceof Tree.Items(var items)
        ? items.stream()
            .filter(Tree.Leaf.class::isInstance)
            .map(item -> ((Tree.Leaf) item).text())
            .toList()
        : List.of();
  }
}
