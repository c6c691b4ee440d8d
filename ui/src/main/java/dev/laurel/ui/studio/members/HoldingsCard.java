package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.laurel.engine.decision.Having;
import dev.laurel.engine.operation.MemberView;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Text;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a member has beside tiers and points: challenges under way, benefits, segments. */
final class HoldingsCard {
  private final MemberView member;
  private final Pack pack;
  private final Map<String, Sentence> missing;
  private final Map<String, Sentence> fifths;
  private final Optional<Acts> acts;
  private final Words words = Words.here();

  /**
   * @param missing why the member does not have what, by its place in the pack
   * @param fifths in which fifths of the population the member is, by segment
   * @param acts what can be done with benefits; empty where whoever looks may do nothing
   */
  HoldingsCard(
      MemberView member,
      Pack pack,
      Map<String, Sentence> missing,
      Map<String, Sentence> fifths,
      Optional<Acts> acts) {
    this.fifths = fifths;
    this.member = member;
    this.pack = pack;
    this.missing = missing;
    this.acts = acts;
  }

  /**
   * What can be done with a benefit, by its id.
   *
   * @param use uses one that the member has
   * @param redeem redeems points for one
   */
  record Acts(Consumer<String> use, Consumer<String> redeem) {}

  /** A card for each kind of thing that the programme has. */
  List<Component> cards() {
    List<Component> cards = new ArrayList<>();
    if (!member.challenges().isEmpty())
      cards.add(
          card("holdings.challenges", member.challenges().stream().map(this::challenge).toList()));
    if (!member.benefits().isEmpty())
      cards.add(card("holdings.benefits", member.benefits().stream().map(this::benefit).toList()));
    if (!member.segments().isEmpty())
      cards.add(card("holdings.segments", member.segments().stream().map(this::segment).toList()));
    return cards;
  }

  private Section card(String title, List<? extends Component> rows) {
    Section card = Parts.with(new Section(), "card holdings");
    Div body = Parts.div("body");
    rows.forEach(body::add);
    card.add(new Header(new H2(words.of(title))), body);
    return card;
  }

  private Div challenge(Having.Challenged each) {
    String title =
        title(
            pack.challenges(),
            challenge -> challenge.id(),
            challenge -> challenge.title(),
            each.challenge());
    Div bar = Parts.hidden(Parts.div("meter", Parts.div("fill")));
    ((Div) bar.getComponentAt(0)).getStyle().set("width", share(each.count(), each.goal()));
    Div row =
        Parts.div(
            "holding",
            Parts.div(
                "row",
                Parts.strong(title),
                Parts.span(
                    "num grow-end",
                    words.of(
                        "holdings.of", words.number(each.count()), words.number(each.goal())))),
            bar);
    if (each.rounds() > 0)
      row.add(
          Parts.paragraph("xs sub", words.of("holdings.completed", words.number(each.rounds()))));
    each.ends()
        .ifPresent(end ->
            row.add(
                Parts.paragraph("xs sub", words.of("holdings.ends", words.day(end.minusDays(1))))));
    return row;
  }

  private static String share(long part, long whole) {
    return BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(Math.max(1, whole)), 1, RoundingMode.HALF_UP)
            .toPlainString()
        + "%";
  }

  private Div benefit(Having.Usable each) {
    String title =
        title(pack.benefits(), benefit -> benefit.id(), benefit -> benefit.title(), each.benefit());
    boolean has = each.held() || !each.handedOut().isEmpty();
    boolean usable =
        each.held() && (each.left().isEmpty() || each.left().getAsLong() > 0)
            || each.handedOut().stream().anyMatch(one -> one.left() > 0);
    Div head = Parts.div("row", Parts.strong(title), Parts.span("grow"));
    acts.ifPresent(act -> {
      if (price(each.benefit()).isPresent())
        head.add(act("holdings.redeem", title, () -> act.redeem().accept(each.benefit())));
      if (usable) head.add(act("holdings.use", title, () -> act.use().accept(each.benefit())));
    });
    Optional<String> price = price(each.benefit());
    boolean open = has || price.isPresent() && each.unmet().isEmpty();
    Div row = Parts.div(open ? "holding" : "holding mute", head);
    price.ifPresent(costs -> row.add(Parts.paragraph("xs sub", costs)));
    if (each.held()) row.add(Parts.paragraph("xs sub", held(each.left())));
    for (Having.HandedOut one : each.handedOut()) row.add(handedOut(one));
    if (!has) why("benefits/" + each.benefit()).ifPresent(row::add);
    if (each.issued() + each.used() + each.expired() > 0)
      row.add(
          Parts.paragraph(
              "xs mute",
              words.of(
                  "holdings.ever",
                  words.number(each.issued()),
                  words.number(each.used()),
                  words.number(each.expired()))));
    return row;
  }

  private NativeButton act(String key, String title, Runnable act) {
    return Parts.named(
        Parts.button("btn small", act, Parts.text(words.of(key))), words.of(key + ".this", title));
  }

  /** What a benefit costs in points; empty of one that costs none. */
  private Optional<String> price(String benefit) {
    return pack.benefits().stream()
        .filter(each -> each.id().equals(benefit))
        .findFirst()
        .map(Benefit::price)
        .flatMap(this::said);
  }

  private Optional<String> said(Benefit.Price price) {
    return switch (price) {
      case Benefit.Price.Free _ -> Optional.empty();
      case Benefit.Price.Fixed(var kind, var points) ->
          Optional.of(words.of("holdings.redeem.costs", words.number(points), kind(kind)));
      case Benefit.Price.Linear(var kind, var points, var worth) ->
          Optional.of(
              words.of("holdings.redeem.each", words.number(points), kind(kind), money(worth)));
      case Benefit.Price.Steps(var kind, var steps) ->
          Optional.of(
              words.of(
                  "holdings.redeem.costs",
                  steps.stream()
                      .map(step -> words.number(step.points()))
                      .collect(Collectors.joining(" / ")),
                  kind(kind)));
    };
  }

  private String kind(String kind) {
    return words.of(Standings.kind(pack, kind).title());
  }

  private String money(BigDecimal worth) {
    return words.money(worth, pack.programme().currency());
  }

  /** Until when it can be used, and by which code. */
  private Div handedOut(Having.HandedOut one) {
    Div said =
        Parts.div(
            "row xs sub",
            Parts.span(
                "",
                one.until()
                    .map(end -> words.of("holdings.handed-out.until", words.day(end.minusDays(1))))
                    .orElseGet(() -> words.of("holdings.handed-out", words.day(one.since())))));
    one.code()
        .ifPresent(code ->
            said.add(Parts.span("", words.of("holdings.code")), Parts.span("code num", code)));
    return said;
  }

  private String held(OptionalLong left) {
    return left.isEmpty()
        ? words.of("holdings.held")
        : words.of("holdings.held.left", words.number(left.getAsLong()));
  }

  private Div segment(Having.InSegment each) {
    String title =
        title(pack.segments(), segment -> segment.id(), segment -> segment.title(), each.segment());
    Div head = Parts.div("row", Parts.strong(title), Parts.span("grow"));
    Div row = Parts.div(each.in() ? "holding" : "holding mute", head);
    if (each.in())
      head.add(
          Parts.span(
              "small sub",
              each.since()
                  .map(day -> words.of("holdings.since", words.day(day)))
                  .orElseGet(() -> words.of("holdings.now"))));
    else why("segments/" + each.segment()).ifPresent(row::add);
    Optional.ofNullable(fifths.get(each.segment()))
        .ifPresent(said -> row.add(Parts.paragraph("xs mute", words.speaker().say(said))));
    return row;
  }

  private Optional<Component> why(String place) {
    return Optional.ofNullable(missing.get(place))
        .map(sentence ->
            Parts.paragraph("xs mute", words.of("holdings.not", words.speaker().say(sentence))));
  }

  private <T> String title(
      List<T> all, Function<T, String> id, Function<T, Text> title, String asked) {
    return all.stream()
        .filter(each -> id.apply(each).equals(asked))
        .findFirst()
        .map(each -> words.of(title.apply(each)))
        .orElse(asked);
  }
}
