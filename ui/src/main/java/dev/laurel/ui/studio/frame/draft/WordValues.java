package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import dev.laurel.engine.editing.Wording;
import dev.laurel.engine.editing.Wording.Operator;
import dev.laurel.engine.editing.Wording.Option;
import dev.laurel.rules.language.Span;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The fields in which something else is said instead of a word, by what can be said there. */
final class WordValues extends Div {
  private static final long serialVersionUID = 1L;

  /** From here on a bound says nothing to people. */
  private static final BigDecimal BOUNDLESS = BigDecimal.valueOf(1_000_000_000L);

  private final transient DraftHost host;
  private final String name;
  private final transient Runnable look;
  private final transient Runnable keep;
  private transient Supplier<List<String>> values = List::of;
  private transient Operator operator = Operator.EQUAL;

  /**
   * @param look is run when something else is typed or chosen
   * @param keep is run when pressing a choice says all
   */
  WordValues(DraftHost host, Wording wording, String name, Runnable look, Runnable keep) {
    this.host = host;
    this.name = name;
    this.look = look;
    this.keep = keep;
    addClassName("in");
    fill(wording);
  }

  /** What is typed and chosen now. */
  List<String> values() {
    return values.get();
  }

  /** How what a condition asks is compared. */
  Operator operator() {
    return operator;
  }

  private void choose(String value) {
    values = () -> List.of(value);
    keep.run();
  }

  private void fill(Wording wording) {
    switch (wording) {
      case Wording.Digits number -> number(number);
      case Wording.Length length -> length(length);
      case Wording.Days days -> days(days);
      case Wording.Time time ->
          field(
              WordFields.input(Words.here().of("words.time"), "time", time.now().toString(), look));
      case Wording.One one -> add(WordFields.one(name, one.options(), one.chosen(), this::choose));
      case Wording.Several several -> {
        List<String> chosen = new ArrayList<>(several.chosen());
        values = () -> chosen;
        add(
            WordFields.several(
                name,
                several.options(),
                chosen,
                now -> {
                  chosen.clear();
                  chosen.addAll(now);
                  look.run();
                }));
      }
      case Wording.Plain plain ->
          field(WordFields.input(Words.here().of("words.value"), "text", plain.text(), look));
      case Wording.Told told ->
          field(WordFields.input(Words.here().of("words.value"), "text", told.text(), look));
      case Wording.Asked asked -> {
        operator = asked.operator();
        ask(asked, asked.values());
      }
      case Wording.Cell cell -> cell(cell);
    }
  }

  private Input field(Input input) {
    return field(input, "");
  }

  /** One field that says all. */
  private Input field(Input input, String unit) {
    values = () -> List.of(input.getValue());
    add(WordFields.framed(input, unit));
    return input;
  }

  private void number(Wording.Digits number) {
    Words words = Words.here();
    field(
        WordFields.number(words.of("words.value"), number.digits(), look),
        switch (number.unit()) {
          case NONE -> "";
          case MONEY -> host.names().programme().currency().getCurrencyCode();
          case PERCENT -> "%";
        });
    if (number.most().compareTo(BOUNDLESS) < 0)
      add(Parts.span("xs mute", range(number.least(), number.most())));
  }

  private static String range(BigDecimal least, BigDecimal most) {
    Words words = Words.here();
    return words.of("words.range", words.number(least), words.number(most));
  }

  private void length(Wording.Length length) {
    Words words = Words.here();
    Input count =
        WordFields.number(words.of("words.value"), String.valueOf(length.now().count()), look);
    String[] unit = {unit(length.now().unit())};
    add(WordFields.framed(count, ""));
    add(
        WordFields.one(
            words.of("words.unit"),
            Arrays.stream(Span.Unit.values())
                .map(each -> new Option(unit(each), named(each)))
                .toList(),
            unit[0],
            chosen -> {
              unit[0] = chosen;
              recheck(1, chosen, Arrays.stream(Span.Unit.values()).map(WordValues::unit).toList());
              look.run();
            }));
    values = () -> List.of(count.getValue(), unit[0]);
    length
        .instead()
        .ifPresent(instead -> {
          add(Parts.span("lab full", words.of("words.otherwise")));
          add(
              WordFields.one(
                  words.of("words.otherwise"), instead.options(), instead.chosen(), this::choose));
        });
  }

  private static String unit(Span.Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  private static String named(Span.Unit unit) {
    Words words = Words.here();
    return switch (unit) {
      case DAY -> words.of("words.unit.days");
      case WEEK -> words.of("words.unit.weeks");
      case MONTH -> words.of("words.unit.months");
      case YEAR -> words.of("words.unit.years");
    };
  }

  /** Shows which of a row of choices is chosen now. */
  private void recheck(int part, String chosen, List<String> values) {
    List<Component> buttons = getComponentAt(part).getChildren().toList();
    for (int i = 0; i < buttons.size(); i++)
      buttons
          .get(i)
          .getElement()
          .setAttribute("aria-checked", String.valueOf(values.get(i).equals(chosen)));
  }

  private void days(Wording.Days days) {
    Words words = Words.here();
    Input from =
        WordFields.input(
            words.of("words.from"), "date", days.from().map(LocalDate::toString).orElse(""), look);
    Input to =
        WordFields.input(
            words.of("words.to"), "date", days.to().map(LocalDate::toString).orElse(""), look);
    values = () -> List.of(from.getValue(), to.getValue());
    add(Parts.span("lab", words.of("words.from")), WordFields.framed(from, ""));
    add(Parts.span("lab", words.of("words.to")), WordFields.framed(to, ""));
    addClassName("pairs");
  }

  private void ask(Wording.Asked asked, List<String> now) {
    Words words = Words.here();
    removeAll();
    if (asked.operators().size() > 1)
      add(
          WordFields.one(
              words.of("words.how"),
              asked.operators().stream()
                  .map(each -> new Option(each.name(), WordFields.operator(each, asked.type())))
                  .toList(),
              operator.name(),
              chosen -> {
                List<String> typed = values.get();
                operator = Operator.valueOf(chosen);
                ask(asked, typed);
                look.run();
              }));
    int takes = operator.takes();
    if (takes == 0) values = List::of;
    else if (!asked.options().isEmpty()) chosenOf(asked, now, takes);
    else if (takes < 0) listed(now);
    else typed(asked, now, takes);
  }

  private void chosenOf(Wording.Asked asked, List<String> now, int takes) {
    String called = Words.here().of("words.value");
    if (takes == 1) {
      add(
          WordFields.one(
              called,
              asked.options(),
              now.isEmpty() ? "" : now.getFirst(),
              chosen -> {
                values = () -> List.of(chosen);
                keep.run();
              }));
      values = () -> now.stream().limit(1).toList();
      return;
    }
    List<String> chosen = new ArrayList<>(now);
    values = () -> chosen;
    add(
        WordFields.several(
            called,
            asked.options(),
            chosen,
            all -> {
              chosen.clear();
              chosen.addAll(all);
              look.run();
            }));
  }

  /** Several values with commas between. */
  private void listed(List<String> now) {
    Words words = Words.here();
    Input all = WordFields.input(words.of("words.values"), "text", String.join(", ", now), look);
    values = () -> split(all.getValue());
    add(WordFields.framed(all, ""), Parts.span("xs mute", words.of("words.commas")));
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split("[,，、]", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private void typed(Wording.Asked asked, List<String> now, int takes) {
    Words words = Words.here();
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < takes; i++) {
      String value = i < now.size() ? now.get(i) : "";
      String called =
          takes == 1
              ? words.of("words.value")
              : i == 0 ? words.of("words.least") : words.of("words.most");
      Input input = WordFields.of(asked.type(), called, value, look);
      inputs.add(input);
      boolean money = asked.type() == Word.Type.MONEY;
      add(
          WordFields.framed(
              input, money ? host.names().programme().currency().getCurrencyCode() : ""));
    }
    values = () -> inputs.stream().map(Input::getValue).toList();
  }

  private void cell(Wording.Cell cell) {
    Words words = Words.here();
    if (cell.range()) {
      List<Input> inputs = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String called = i == 0 ? words.of("words.at-or-above") : words.of("words.below");
        String value = i < cell.values().size() ? cell.values().get(i) : "";
        Input input = WordFields.of(cell.type(), called, value, look);
        inputs.add(input);
        add(Parts.span("lab", called), WordFields.framed(input, ""));
      }
      addClassName("pairs");
      values = () -> inputs.stream().map(Input::getValue).toList();
    } else if (!cell.options().isEmpty()) {
      List<String> chosen = new ArrayList<>(cell.values());
      values = () -> chosen;
      add(
          WordFields.several(
              words.of("words.values"),
              cell.options(),
              chosen,
              all -> {
                chosen.clear();
                chosen.addAll(all);
              }));
      add(Parts.span("xs mute full", words.of("words.none-is-any")));
    } else {
      listed(cell.values());
      add(Parts.span("xs mute full", words.of("words.none-is-any")));
    }
  }
}
