package dev.laurel.ui.studio.frame.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.laurel.engine.editing.Wording.Operator;
import dev.laurel.engine.editing.Wording.Option;
import dev.laurel.rules.vocabulary.Word;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The fields of which the windows for words are made. */
final class WordFields {
  private WordFields() {}

  /** A field; the script tells what is typed soon after, and before it is kept. */
  static Input input(String name, String type, String value, Runnable changed) {
    Input input = Parts.named(new Input(), name);
    if (!type.equals("text")) input.setType(type);
    input.setValue(value);
    input.addValueChangeListener(_ -> changed.run());
    input.getElement().setAttribute("autocomplete", "off");
    return input;
  }

  /** A field for a number. */
  static Input number(String name, String value, Runnable changed) {
    Input input = input(name, "text", value, changed);
    input.getElement().setAttribute("inputmode", "decimal");
    return input;
  }

  /** Which field a value of a type is typed in. */
  static Input of(Word.Type type, String name, String value, Runnable changed) {
    return switch (type) {
      case NUMBER, MONEY -> number(name, value, changed);
      case DATE -> input(name, "date", value, changed);
      case TIME -> input(name, "time", value, changed);
      case TEXT, LIST, TRUTH, TIER -> input(name, "text", value, changed);
    };
  }

  static Span framed(Input input, String unit) {
    Span field = Parts.span("field", input);
    if (!unit.isEmpty()) field.add(Parts.span("unit", unit));
    return field;
  }

  /** Buttons of which one is chosen; pressing it chooses it. */
  static Div one(String name, List<Option> options, String chosen, Consumer<String> taken) {
    Div all = Parts.named(Parts.div(options.size() > 6 ? "ops long" : "ops"), name);
    all.getElement().setAttribute("role", "radiogroup");
    for (Option option : options) {
      boolean on = option.value().equals(chosen);
      NativeButton button =
          Parts.button("", () -> taken.accept(option.value()), Parts.span("", said(option)));
      button.getElement().setAttribute("role", "radio");
      button.getElement().setAttribute("aria-checked", String.valueOf(on));
      if (on) button.add(Icons.small("check"));
      all.add(button);
    }
    return all;
  }

  /** Buttons of which any are chosen. */
  static Div several(
      String name, List<Option> options, List<String> chosen, Consumer<List<String>> changed) {
    Div all = Parts.named(Parts.div(options.size() > 6 ? "ops long" : "ops"), name);
    all.getElement().setAttribute("role", "group");
    Set<String> now = new LinkedHashSet<>(chosen);
    for (Option option : options) {
      NativeButton button = Parts.button("", () -> {}, Parts.span("", said(option)));
      button.getElement().setAttribute("role", "checkbox");
      mark(button, now.contains(option.value()));
      button.addClickListener(_ -> {
        if (!now.remove(option.value())) now.add(option.value());
        mark(button, now.contains(option.value()));
        changed.accept(new ArrayList<>(now));
      });
      all.add(button);
    }
    return all;
  }

  private static void mark(NativeButton button, boolean on) {
    button.getElement().setAttribute("aria-checked", String.valueOf(on));
    List<Component> marks =
        button.getChildren().filter(each -> each.hasClassName("drawn")).toList();
    if (on && marks.isEmpty()) button.add(Icons.small("check"));
    if (!on) marks.forEach(button::remove);
  }

  private static String said(Option option) {
    return option.said().isBlank() ? Words.here().of("words.usual") : option.said();
  }

  /** How values of a type are compared, in plain words. */
  static String operator(Operator operator, Word.Type type) {
    Words words = Words.here();
    boolean time = type == Word.Type.DATE || type == Word.Type.TIME;
    boolean tier = type == Word.Type.TIER;
    boolean number = type == Word.Type.NUMBER || type == Word.Type.MONEY;
    return switch (operator) {
      case AT_LEAST ->
          time
              ? words.of("words.op.from")
              : tier ? words.of("words.op.or-higher") : words.of("words.op.at-least");
      case MORE -> time ? words.of("words.op.after") : words.of("words.op.more");
      case AT_MOST ->
          time
              ? words.of("words.op.until")
              : tier ? words.of("words.op.or-lower") : words.of("words.op.at-most");
      case LESS -> time ? words.of("words.op.before") : words.of("words.op.less");
      case EQUAL -> number ? words.of("words.op.exactly") : words.of("words.op.is");
      case NOT_EQUAL -> words.of("words.op.is-not");
      case BETWEEN -> words.of("words.op.between");
      case ONE_OF -> words.of("words.op.one-of");
      case NONE_OF -> words.of("words.op.none-of");
      case HOLDS -> words.of("words.op.holds");
      case HOLDS_NOT -> words.of("words.op.holds-not");
      case KNOWN -> words.of("words.op.known");
      case UNKNOWN -> words.of("words.op.unknown");
    };
  }
}
