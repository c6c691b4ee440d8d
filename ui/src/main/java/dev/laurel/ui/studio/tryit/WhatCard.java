package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.rules.vocabulary.NamedValues;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.NativeSelect;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What is bought: lines, and what is said of the purchase as a whole. */
final class WhatCard extends Div {
  private static final long serialVersionUID = 1L;

  /** Of the built-in words of a purchase those that a person says of it. */
  private static final List<String> SAID = List.of("store", "channel", "payment", "country");

  private final transient Pack pack;
  private final transient NamedValues named;
  private final transient Consumer<UnaryOperator<TryCase>> change;
  private final Div lines = Parts.div("lines");
  private final Span total = Parts.span("strong");
  private transient TryCase asked;

  WhatCard(Operation operation, TryCase asked, Consumer<UnaryOperator<TryCase>> change) {
    this.pack = operation.programme().revision().pack();
    this.named = NamedValues.of(pack);
    this.asked = asked;
    this.change = change;
    Words words = Words.here();
    addClassName("stack");
    NativeButton more =
        Parts.button(
            "add",
            () -> {
              if (this.asked.lines().size() == TryCase.MOST_LINES) return;
              List<TryCase.Line> all = new ArrayList<>(this.asked.lines());
              all.add(Samples.line(named));
              take(one -> one.lines(all));
              drawLines();
            },
            Icons.small("plus"),
            Parts.text(words.of("try.add")));
    add(
        Parts.with(new H2(words.of("try.what")), "h2"),
        Parts.div(
            "card what",
            lines,
            Parts.div(
                "tot",
                more,
                Parts.span("grow"),
                Parts.span("mute xs", words.of("try.together")),
                total)),
        said());
    drawLines();
  }

  private void take(UnaryOperator<TryCase> changed) {
    asked = changed.apply(asked);
    change.accept(changed);
    drawTotal();
  }

  private void drawTotal() {
    total.setText(money(asked.amount()));
  }

  private String money(BigDecimal amount) {
    return Words.here().money(amount, pack.programme().currency());
  }

  private void drawLines() {
    lines.removeAll();
    for (int number = 0; number < asked.lines().size(); number++) lines.add(line(number));
    drawTotal();
  }

  private Component line(int number) {
    Words words = Words.here();
    TryCase.Line line = asked.lines().get(number);
    Div facts = Parts.div("facts-line");
    pack.vocabulary()
        .ifPresent(vocabulary ->
            vocabulary
                .product()
                .forEach(attribute ->
                    Attributes.control(
                            attribute,
                            "what",
                            line.attributes().getOrDefault(attribute.id(), ""),
                            value ->
                                take(one ->
                                    one.line(
                                        number,
                                        one.lines().get(number).with(attribute.id(), value))))
                        .ifPresent(control ->
                            facts.add(
                                Parts.span(
                                    "xs mute fact",
                                    Parts.text(words.of(attribute.title())),
                                    control)))));
    NativeButton gone =
        Parts.named(
            Parts.button(
                "btn quiet s icon gone",
                () -> {
                  List<TryCase.Line> all = new ArrayList<>(asked.lines());
                  all.remove(number);
                  take(one -> one.lines(all));
                  drawLines();
                },
                Icons.small("x")),
            words.of("try.remove"));
    return Parts.div(
        "line", category(number, line), quantity(number), price(number, line), gone, facts);
  }

  private Component category(int number, TryCase.Line line) {
    Words words = Words.here();
    List<String> categories = named.of("line.category");
    String now = line.attributes().getOrDefault("category", "");
    Consumer<String> taken =
        value -> take(one -> one.line(number, one.lines().get(number).with("category", value)));
    if (categories.isEmpty()) return text(words.of("try.category"), now, "what", taken);
    NativeSelect select =
        new NativeSelect(words.of("try.category"), choices(categories, now), now, taken);
    select.addClassNames("word", "what");
    return select;
  }

  /** Those that rules name, what the case says, and anything else. */
  private static Map<String, String> choices(List<String> values, String now) {
    Map<String, String> choices = new LinkedHashMap<>();
    values.forEach(value -> choices.put(value, value));
    if (!now.isEmpty()) choices.putIfAbsent(now, now);
    choices.put("", Words.here().of("try.unsaid"));
    return choices;
  }

  private static Input text(String name, String now, String kind, Consumer<String> taken) {
    Input input = Parts.named(new Input(), name);
    input.addClassNames("word", kind);
    input.setPlaceholder(name);
    input.setValue(now);
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.addValueChangeListener(event -> taken.accept(event.getValue().strip()));
    return input;
  }

  private Component quantity(int number) {
    Words words = Words.here();
    Span shown = Parts.span("n");
    Runnable draw = () -> shown.setText(words.number(asked.lines().get(number).quantity()));
    draw.run();
    return Parts.div(
        "qty",
        Parts.named(
            Parts.button("", () -> more(number, -1, draw), Icons.small("minus")),
            words.of("try.fewer")),
        shown,
        Parts.named(
            Parts.button("", () -> more(number, 1, draw), Icons.small("plus")),
            words.of("try.more")));
  }

  private void more(int number, long by, Runnable draw) {
    TryCase.Line line = asked.lines().get(number);
    BigDecimal quantity = line.quantity().add(BigDecimal.valueOf(by));
    if (quantity.signum() <= 0) return;
    take(one -> one.line(number, new TryCase.Line(quantity, line.price(), line.attributes())));
    draw.run();
  }

  private Component price(int number, TryCase.Line line) {
    Words words = Words.here();
    Input input = Parts.named(new Input(), words.of("try.price"));
    input.addClassName("price");
    input.getElement().setAttribute("inputmode", "decimal");
    input.setValue(line.price().toPlainString());
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.setValueChangeTimeout(150);
    input.addValueChangeListener(event -> {
      Optional<BigDecimal> price = Prices.read(event.getValue());
      input.getElement().setAttribute("aria-invalid", String.valueOf(price.isEmpty()));
      price.ifPresent(paid ->
          take(one -> {
            TryCase.Line now = one.lines().get(number);
            return one.line(number, new TryCase.Line(now.quantity(), paid, now.attributes()));
          }));
    });
    String symbol = pack.programme().currency().getSymbol(java.util.Locale.UK);
    return Parts.div("field paid", Parts.span("mute", symbol), input);
  }

  /** What is said of the purchase as a whole, as a sentence of words. */
  private Component said() {
    Words words = Words.here();
    Div sentence = Parts.div("sentence said");
    for (String word : SAID) {
      List<String> values = named.of("purchase." + word);
      if (values.isEmpty()) continue;
      String now = asked.attributes().getOrDefault(word, "");
      NativeSelect select =
          new NativeSelect(
              words.of(Names.of(word)),
              choices(values, now),
              now,
              value -> take(one -> one.attribute(word, value)));
      select.addClassNames("word", "what");
      sentence.add(Parts.span("fact", Parts.text(words.of(Names.of(word))), select));
    }
    pack.vocabulary()
        .map(Vocabulary::purchase)
        .orElse(List.of())
        .forEach(attribute ->
            Attributes.control(
                    attribute,
                    "what",
                    asked.attributes().getOrDefault(attribute.id(), ""),
                    value -> take(one -> one.attribute(attribute.id(), value)))
                .ifPresent(control ->
                    sentence.add(
                        Parts.span("fact", Parts.text(words.of(attribute.title())), control))));
    return sentence;
  }

  /** What the built-in words of a purchase are called. */
  private static final class Names {
    static String of(String word) {
      return switch (word) {
        case "store" -> "try.store";
        case "channel" -> "try.channel";
        case "payment" -> "try.payment";
        default -> "try.country";
      };
    }
  }
}
