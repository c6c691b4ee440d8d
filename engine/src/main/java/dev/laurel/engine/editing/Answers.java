package dev.laurel.engine.editing;

import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.editing.Wording.Operator;
import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Feel;
import dev.laurel.rules.condition.FeelException;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.pack.Form;
import dev.laurel.rules.pack.PackForms;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.sentence.Speaker;
import dev.laurel.rules.tree.Tree;
import dev.laurel.rules.tree.Trees;
import dev.laurel.rules.vocabulary.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes edits of what people say instead of a word. Immutable and thread-safe. */
public final class Answers {
  private final Tree tree;
  private final Optional<Pack> pack;
  private final Speaker speaker;

  private Answers(Tree tree, Optional<Pack> pack, Speaker speaker) {
    this.tree = tree;
    this.pack = pack;
    this.speaker = speaker;
  }

  /** As {@link Wordings#of}. */
  public static Answers of(Tree tree, Optional<Pack> pack, Speaker speaker) {
    return new Answers(tree, pack, speaker);
  }

  /** What came of it. Closed family. */
  public sealed interface Answered {}

  /** The edits that say it; none where it is said already. */
  public record Taken(List<Edit> edits) implements Answered {
    public Taken {
      edits = List.copyOf(edits);
    }
  }

  /** It cannot be said. */
  public record NotTaken(Why why) implements Answered {}

  /** Why something cannot be said. */
  public enum Why {
    NO_NUMBER,
    OUT_OF_RANGE,
    TOO_MANY_DECIMALS,
    NO_DATE,
    NO_TIME,
    ENDS_BEFORE,
    EMPTY,
    /** Another value than those that can be chosen, or too few or too many of them. */
    NO_CHOICE
  }

  private static NotTaken not(Why why) {
    return new NotTaken(why);
  }

  private static Answered set(String place, Tree value) {
    return new Taken(List.of(new Edit.Set(place, value)));
  }

  /**
   * Says something else.
   *
   * @param values as they are typed or chosen: of a length its count and its unit in small letters,
   *     of days the first and the last, empty where there is none
   * @param operator of what a condition asks; of no meaning elsewhere
   */
  public Answered say(Wording wording, List<String> values, Operator operator) {
    String first = values.isEmpty() ? "" : values.getFirst().strip();
    return switch (wording) {
      case Wording.Digits number -> number(number, first);
      case Wording.Length length -> length(length, values);
      case Wording.Days days -> days(days, values);
      case Wording.Time time -> time(time, first);
      case Wording.One one -> one(one, first);
      case Wording.Several several -> several(several, values);
      case Wording.Plain plain ->
          first.isEmpty() ? not(Why.EMPTY) : set(plain.place(), Tree.text(first));
      case Wording.Told told -> told(told, first);
      case Wording.Asked asked -> asked(asked, values, operator);
      case Wording.Cell cell ->
          CellWords.tree(cell, values)
              .map(value -> set(cell.place(), value))
              .orElseGet(() -> not(unsaid(cell.type())));
    };
  }

  private Answered number(Wording.Digits wording, String typed) {
    Optional<BigDecimal> number = Numbers.typed(typed);
    if (number.isEmpty()) return not(Why.NO_NUMBER);
    BigDecimal value = number.get().stripTrailingZeros();
    if (value.scale() > wording.decimals()) return not(Why.TOO_MANY_DECIMALS);
    if (value.compareTo(wording.least()) < 0 || value.compareTo(wording.most()) > 0)
      return not(Why.OUT_OF_RANGE);
    Optional<ConditionPlace> condition = ConditionPlace.of(tree, wording.at());
    if (condition.isPresent()
        && condition.get().part() instanceof Condition.AtLeast(var _, var parts))
      return replaced(
          condition.get(), Optional.of(new Condition.AtLeast(value.intValueExact(), parts)));
    return set(wording.at(), Tree.number(value.toPlainString()));
  }

  private Answered length(Wording.Length wording, List<String> values) {
    if (values.size() == 1 && wording.instead().isPresent())
      return one(wording.instead().get(), values.getFirst());
    if (values.size() != 2) return not(Why.NO_NUMBER);
    String count = values.get(0).strip();
    if (!count.matches("\\d{1,5}")) return not(Why.NO_NUMBER);
    int number = Integer.parseInt(count);
    if (number < 1 || number > Span.MOST) return not(Why.OUT_OF_RANGE);
    String unit = values.get(1);
    if (!unit.matches("day|week|month|year")) return not(Why.NO_CHOICE);
    return set(
        wording.place(),
        Tree.text(Span.parse(number + " " + unit + (number == 1 ? "" : "s")).toString()));
  }

  private Answered days(Wording.Days wording, List<String> values) {
    if (values.size() != 2) return not(Why.NO_DATE);
    List<Edit> edits = new ArrayList<>();
    List<Optional<LocalDate>> days = new ArrayList<>();
    for (String value : values) {
      if (value.isBlank()) {
        days.add(Optional.empty());
        continue;
      }
      try {
        days.add(Optional.of(LocalDate.parse(value.strip())));
      } catch (DateTimeParseException e) {
        return not(Why.NO_DATE);
      }
    }
    Optional<LocalDate> from = days.getFirst();
    Optional<LocalDate> to = days.getLast();
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))
      return not(Why.ENDS_BEFORE);
    if (from.isEmpty() && to.isEmpty() && wording.leftOut().isPresent())
      return new Taken(List.of(new Edit.Remove(wording.leftOut().get())));
    Tree.Branch term =
        Trees.at(tree, wording.at()).orElse(null) instanceof Tree.Branch branch
            ? branch
            : Tree.branch();
    Tree.Branch after = with(with(term, "from", from), "to", to);
    if (!after.equals(term)) edits.add(new Edit.Set(wording.at(), after));
    return new Taken(edits);
  }

  private static Tree.Branch with(Tree.Branch term, String key, Optional<LocalDate> day) {
    return day.map(of -> term.with(key, Tree.text(of.toString())))
        .orElseGet(() ->
            new Tree.Branch(
                term.entries().stream().filter(entry -> !entry.key().equals(key)).toList()));
  }

  private static Answered time(Wording.Time wording, String typed) {
    try {
      return set(wording.place(), Tree.text(LocalTime.parse(typed).toString()));
    } catch (DateTimeParseException e) {
      return not(Why.NO_TIME);
    }
  }

  private Answered one(Wording.One wording, String chosen) {
    if (chosen.equals(wording.chosen())) return new Taken(List.of());
    if (wording.options().stream().noneMatch(option -> option.value().equals(chosen)))
      return not(Why.NO_CHOICE);
    Optional<ConditionPlace> condition = ConditionPlace.of(tree, wording.at());
    if (condition.isPresent()) return about(condition.get(), chosen);
    Form form =
        PackForms.at(tree, wording.at()).map(PackForms.Expected::form).orElse(new Form.Plain());
    if (form instanceof Form.Family) return set(wording.at(), PackTree.parse(chosen));
    return set(
        wording.at(),
        form instanceof Form.Truth ? Tree.truth(chosen.equals("true")) : Tree.text(chosen));
  }

  /** Asks something of another attribute; the same where both are of one type. */
  private Answered about(ConditionPlace place, String path) {
    Optional<Asking> before = Asking.of(place.part());
    if (pack.isEmpty() || before.isEmpty() || !Operand.Attribute.isPath(path))
      return not(Why.NO_CHOICE);
    ConditionWords words = new ConditionWords(pack.get(), speaker);
    Operand operand = new Operand.Attribute(path);
    boolean alike =
        words.typeOf(operand) == words.typeOf(before.get().operand())
            && words.hasFreeValues(before.get().operand())
            && words.hasFreeValues(operand);
    Optional<Condition> same =
        alike
            ? new Asking(operand, before.get().operator(), before.get().values())
                .condition(words.typeOf(operand))
            : Optional.empty();
    return replaced(place, Optional.of(same.orElseGet(() -> words.first(path))));
  }

  private Answered several(Wording.Several wording, List<String> values) {
    List<String> chosen =
        wording.options().stream().map(Wording.Option::value).filter(values::contains).toList();
    if (chosen.isEmpty())
      return wording.leftOut().isPresent()
          ? new Taken(List.of(new Edit.Remove(wording.leftOut().get())))
          : wording.mayBeNone() ? parts(wording, chosen) : not(Why.EMPTY);
    return parts(wording, chosen);
  }

  private Answered parts(Wording.Several wording, List<String> chosen) {
    Optional<Form> form = PackForms.at(tree, wording.at()).map(PackForms.Expected::form);
    if (form.filter(Form.Parts.class::isInstance).isPresent())
      return set(wording.at(), Wordings.base(chosen));
    boolean numbers = form.filter(of -> of instanceof Form.Several(Form.Digits _)).isPresent();
    return set(
        wording.at(),
        new Tree.Items(
            chosen.stream()
                .<Tree>map(each -> numbers ? Tree.number(each) : Tree.text(each))
                .toList()));
  }

  private Answered told(Wording.Told wording, String words) {
    return words.isEmpty()
        ? not(Why.EMPTY)
        : new Taken(
            List.of(Edits.title(tree, Trees.parent(wording.place()), speaker.language(), words)));
  }

  private Answered asked(Wording.Asked wording, List<String> values, Operator operator) {
    Optional<ConditionPlace> place = ConditionPlace.of(tree, wording.place());
    Optional<Asking> before = place.flatMap(of -> Asking.of(of.part()));
    if (place.isEmpty() || before.isEmpty()) return not(Why.NO_CHOICE);
    List<String> wanted =
        operator.takes() < 0
            ? values.stream().filter(value -> !value.isBlank()).toList()
            : values.stream().limit(operator.takes()).toList();
    Optional<Condition> after =
        new Asking(before.get().operand(), operator, wanted).condition(wording.type());
    return after.isEmpty() ? not(unsaid(wording.type())) : replaced(place.get(), after);
  }

  private static Why unsaid(Word.Type type) {
    return switch (type) {
      case NUMBER, MONEY -> Why.NO_NUMBER;
      case DATE -> Why.NO_DATE;
      case TIME -> Why.NO_TIME;
      case TEXT, LIST, TIER, TRUTH -> Why.EMPTY;
    };
  }

  private Answered replaced(ConditionPlace place, Optional<Condition> part) {
    return place.with(part).map(whole -> row(place.row(), whole)).orElseGet(() -> without(place));
  }

  private static Answered row(String row, Condition whole) {
    try {
      return set(row, Tree.text(Feel.print(whole)));
    } catch (FeelException e) {
      return not(Why.NO_CHOICE);
    }
  }

  /** A row that asks nothing is none; rows without any are left out. */
  private Answered without(ConditionPlace place) {
    String rows = Trees.parent(place.row());
    boolean only =
        Trees.at(tree, rows)
            .filter(of -> of instanceof Tree.Leaf || Trees.names(of).size() == 1)
            .isPresent();
    return new Taken(List.of(new Edit.Remove(only ? rows : place.row())));
  }

  /** Leaves the word out; what is said without it stays. */
  public Answered leaveOut(Wording wording) {
    if (wording.leftOut().isEmpty()) return not(Why.EMPTY);
    Optional<ConditionPlace> condition = ConditionPlace.of(tree, wording.place());
    if (condition.isPresent()) return replaced(condition.get(), Optional.empty());
    String place = wording.leftOut().get();
    // A list or map that is left without entries is left out with its last one.
    String around = Trees.parent(place);
    boolean last =
        Trees.at(tree, around).filter(of -> Trees.names(of).size() == 1).isPresent()
            && PackForms.at(tree, around).filter(PackForms.Expected::mayBeLeftOut).isPresent();
    return new Taken(List.of(new Edit.Remove(last ? around : place)));
  }
}
