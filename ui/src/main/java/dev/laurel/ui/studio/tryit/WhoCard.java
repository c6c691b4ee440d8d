package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.MemberBrief;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.NativeSelect;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Whose purchase it is: a member, or somebody invented. */
final class WhoCard extends Div {
  private static final long serialVersionUID = 1L;
  private static final int FOUND = 6;

  private final transient Operation operation;
  private final transient SignedIn who;
  private final transient Pack pack;
  private final transient TryCase asked;
  private final transient Consumer<UnaryOperator<TryCase>> change;

  WhoCard(
      Operation operation, SignedIn who, TryCase asked, Consumer<UnaryOperator<TryCase>> change) {
    this.operation = operation;
    this.who = who;
    this.pack = operation.programme().revision().pack();
    this.asked = asked;
    this.change = change;
    addClassName("stack");
    Optional<MemberView> member = asked.member().flatMap(id -> operation.member(who.actor(), id));
    add(
        Parts.with(new H2(Words.here().of("try.who")), "h2"),
        member.map(this::member).orElseGet(this::invented));
  }

  private Component member(MemberView view) {
    Words words = Words.here();
    MemberState state = view.state();
    String name =
        operation.insight().person(who.actor(), state.member()).name().orElse(state.member());
    Div grow = Parts.div("grow", Parts.span("strong", name));
    state.standings().stream()
        .findFirst()
        .ifPresent(
            standing -> grow.add(Parts.div("small sub", Standings.of(pack, standing, words))));
    DescriptionList facts = Parts.with(new DescriptionList(), "facts");
    for (Purse purse : state.purses())
      if (purse.earned() > 0)
        fact(facts, title(purse.kind()), words.number(points(purse.kind(), purse.available())));
    state
        .profile()
        .birthday()
        .ifPresent(day -> fact(facts, words.of("member.birthday"), words.dayOfYear(day)));
    state
        .profile()
        .enrolled()
        .ifPresent(day -> fact(facts, words.of("member.joined"), words.day(day)));
    fact(facts, words.of("member.purchases"), words.number(state.purchases()));
    return Parts.div(
        "card who1",
        Parts.div(
            "top",
            Parts.hidden(
                Parts.span("avatar c big", name.substring(0, name.offsetByCodePoints(0, 1)))),
            grow,
            chooser()),
        facts);
  }

  private String title(String kind) {
    return Words.here().of(Standings.kind(pack, kind).title());
  }

  private java.math.BigDecimal points(String kind, long units) {
    PointKind of = Standings.kind(pack, kind);
    return Standings.points(of, units);
  }

  private static void fact(DescriptionList facts, String name, String value) {
    Div pair = new Div();
    pair.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    facts.getElement().appendChild(pair.getElement());
  }

  /** Somebody who does not exist, with the facts that rules ask for. */
  private Component invented() {
    Words words = Words.here();
    String title =
        asked.member().isPresent()
            ? words.of("try.unknown", asked.member().get())
            : words.of("try.invented");
    DescriptionList facts = Parts.with(new DescriptionList(), "facts one");
    for (Ladder ladder : pack.ladders()) {
      Map<String, String> tiers = new LinkedHashMap<>();
      ladder.tiers().forEach(tier -> tiers.put(tier.id(), words.of(tier.title())));
      row(
          facts,
          words.of(ladder.title()),
          word(
              new NativeSelect(
                  words.of(ladder.title()),
                  tiers,
                  asked.tiers().getOrDefault(ladder.id(), ladder.tiers().getFirst().id()),
                  tier -> change.accept(one -> one.of(Optional.empty()).tier(ladder.id(), tier))),
              "who"));
    }
    row(facts, words.of("member.joined"), enrolled());
    pack.vocabulary()
        .ifPresent(vocabulary ->
            vocabulary.member().stream()
                .filter(attribute -> !attribute.personal())
                .forEach(attribute -> attribute(attribute, facts)));
    return Parts.div(
        "card who1",
        Parts.div(
            "top",
            Parts.hidden(Parts.span("avatar c big", Icons.icon("user"))),
            Parts.div("grow", Parts.span("strong", title)),
            chooser()),
        facts);
  }

  private static <C extends Component> C word(C control, String kind) {
    control.addClassNames("word", kind);
    return control;
  }

  private static void row(DescriptionList facts, String name, Component value) {
    Div pair = new Div();
    DescriptionList.Description description = new DescriptionList.Description();
    description.add(value);
    pair.add(new DescriptionList.Term(name), description);
    facts.getElement().appendChild(pair.getElement());
  }

  private Component enrolled() {
    Input day = word(new Input(), "when");
    day.setType("date");
    Parts.named(day, Words.here().of("member.joined"));
    asked.enrolled().ifPresent(known -> day.setValue(known.toString()));
    day.addValueChangeListener(event -> {
      Optional<LocalDate> chosen = Optional.empty();
      try {
        if (!event.getValue().isEmpty()) chosen = Optional.of(LocalDate.parse(event.getValue()));
      } catch (DateTimeParseException unreadable) {
        return;
      }
      Optional<LocalDate> taken = chosen;
      change.accept(one -> one.of(Optional.empty()).enrolled(taken));
    });
    return day;
  }

  private void attribute(Vocabulary.Attribute attribute, DescriptionList facts) {
    Attributes.control(
            attribute,
            "who",
            asked.facts().getOrDefault(attribute.id(), ""),
            value -> change.accept(one -> one.of(Optional.empty()).fact(attribute.id(), value)))
        .ifPresent(control -> row(facts, Words.here().of(attribute.title()), control));
  }

  private Component chooser() {
    Words words = Words.here();
    NativeButton button =
        Parts.button("btn s", () -> {}, Parts.text(words.of("try.change")), Icons.small("down"));
    Popover popover = new Popover();
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAriaLabel(words.of("try.change.who"));
    Input search = new Input();
    search.setPlaceholder(words.of("members.search"));
    Parts.named(search, words.of("members.search"));
    search.setValueChangeMode(ValueChangeMode.LAZY);
    Div found = Parts.div("found");
    search.addValueChangeListener(event -> show(event.getValue(), found));
    show("", found);
    popover.add(
        Parts.div(
            "choosing",
            Parts.div("field", Icons.icon("search"), search),
            found,
            Parts.button(
                "btn quiet s",
                () -> change.accept(one -> one.of(Optional.empty())),
                Icons.small("plus"),
                Parts.text(words.of("try.invent")))));
    return new Span(button, popover);
  }

  private void show(String text, Div found) {
    Words words = Words.here();
    found.removeAll();
    for (MemberBrief brief : operation.insight().search(who.actor(), text, FOUND)) {
      String id = brief.state().member();
      Span tier = new Span();
      brief.state().standings().stream()
          .findFirst()
          .ifPresent(standing -> tier.add(Standings.tier(pack, standing, words)));
      found.add(
          Parts.button(
              "it",
              () -> change.accept(one -> one.of(Optional.of(id))),
              Parts.span("grow", brief.person().name().map(name -> name + " · " + id).orElse(id)),
              tier));
    }
    if (found.getComponentCount() == 0)
      found.add(Parts.paragraph("small mute", words.of("members.none", text)));
  }
}
