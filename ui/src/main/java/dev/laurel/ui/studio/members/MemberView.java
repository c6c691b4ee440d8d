package dev.laurel.ui.studio.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.member.Purse;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.support.Adjusting;
import dev.laurel.engine.support.Support;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.sentence.Sentence;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One member: why this tier, which points expire when, what happened. */
@Route(value = Place.MEMBERS_PATH + "/:id", layout = Frame.class)
@PermitAll
public final class MemberView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Operation operation;
  private final transient Support support;
  private final transient SignedIn who;

  public MemberView(Operation operation, Support support, SignedIn who) {
    this.operation = operation;
    this.support = support;
    this.who = who;
    addClassNames("view", "member");
  }

  /** Where a member is shown. */
  static String address(String id) {
    return Place.MEMBERS_PATH
        + "/"
        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public Place place() {
    return Place.MEMBERS;
  }

  @Override
  public List<Component> atEndOfStrip() {
    SearchField field =
        new SearchField(
            "",
            text -> UI.getCurrent().navigate(Place.MEMBERS_PATH, QueryParameters.of("q", text)));
    field.addClassName("wide");
    return List.of(field);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    draw(event.getRouteParameters().get("id").orElse(""), Optional.empty());
  }

  /**
   * @param said what was done just now
   */
  private void draw(String id, Optional<String> said) {
    removeAll();
    Optional<dev.laurel.engine.operation.MemberView> member = operation.member(who.actor(), id);
    if (member.isPresent()) show(member.get(), said);
    else
      add(
          Parts.div(
              "emptyst",
              Parts.strong(Words.here().of("member.unknown", id)),
              new Anchor(Place.MEMBERS_PATH, Words.here().of("member.search"))));
  }

  private void show(dev.laurel.engine.operation.MemberView member, Optional<String> said) {
    Pack pack = operation.programme().revision().pack();
    String id = member.state().member();
    Div adjusting = Parts.div("adjusting");
    said.ifPresent(text -> adjusting.add(done(text)));
    Optional<Runnable> adjusts =
        who.actor().may(Permission.ADJUST_POINTS)
            ? Optional.of(() -> adjust(adjusting, pack, id))
            : Optional.empty();
    Section happened =
        Parts.card(
            Words.here().of("member.happened"),
            List.of(),
            new Timeline(operation, support, who, member));
    Div beside = Parts.div("stack beside-cards");
    Map<String, List<Sentence>> lives = operation.insight().lots(who.actor(), member);
    for (Purse purse : member.state().purses())
      if (purse.earned() > 0 || !purse.lots().isEmpty() || isFirst(pack, purse))
        beside.add(
            new PurseCard(
                operation,
                member,
                purse,
                lives.getOrDefault(purse.kind(), List.of()),
                adjusts.map(_ ->
                    new SetAside.Ends(
                        of -> handOver(adjusting, id, of), of -> giveBack(adjusting, id, of)))));
    Optional<HoldingsCard.Acts> acts =
        adjusts.map(_ ->
            new HoldingsCard.Acts(
                benefit -> use(adjusting, pack, id, benefit),
                benefit -> redeem(adjusting, pack, id, benefit)));
    new HoldingsCard(
            member,
            pack,
            operation.insight().missing(who.actor(), member),
            operation.insight().fifths(who.actor(), member),
            acts)
        .cards()
        .forEach(beside::add);
    new MessagesCard(member, pack, operation.deliveries().ofMember(who.actor(), id))
        .card()
        .ifPresent(beside::add);
    beside.add(new FactsCard(operation, support, who, member));
    add(
        new Profile(operation, who, member, adjusts),
        adjusting,
        Parts.div("cols", happened, beside));
  }

  private void adjust(Div into, Pack pack, String member) {
    open(
        into,
        new AdjustCard(
            support, who, pack, member, said -> draw(member, Optional.of(said)), into::removeAll));
  }

  private void use(Div into, Pack pack, String member, String benefit) {
    String title = find(pack, benefit).map(Benefit::title).map(Words.here()::of).orElse(benefit);
    open(
        into,
        new ReasonCard(
            new ReasonCard.Said("holdings.use.this", "holdings.use", "holdings.used", title),
            why -> support.use(who.actor(), member, benefit, why),
            said -> draw(member, Optional.of(said)),
            into::removeAll));
  }

  private void redeem(Div into, Pack pack, String member, String benefit) {
    find(pack, benefit)
        .ifPresent(of ->
            open(
                into,
                new RedeemCard(
                    support.redeeming(),
                    who,
                    pack,
                    member,
                    of,
                    said -> draw(member, Optional.of(said)),
                    into::removeAll)));
  }

  private void handOver(Div into, String member, String reservation) {
    switch (support.redeeming().handOver(who.actor(), member, reservation)) {
      case Adjusting.Adjusted _ -> draw(member, Optional.of(Words.here().of("purse.handed-over")));
      case Adjusting.Underway _ -> draw(member, Optional.of(Words.here().of("member.underway")));
      case Adjusting.Refused(var refusal) -> {
        open(into, done(Refusals.say(refusal)));
      }
      case Adjusting.Would _ -> throw new IllegalStateException("Nothing was only tried.");
    }
  }

  private void giveBack(Div into, String member, String reservation) {
    open(
        into,
        new ReasonCard(
            new ReasonCard.Said("purse.give-back", "purse.give-back", "purse.given-back", ""),
            why -> support.redeeming().giveBack(who.actor(), member, reservation, why),
            said -> draw(member, Optional.of(said)),
            into::removeAll));
  }

  /** Shows it where whoever pressed a button far below sees it. */
  private static void open(Div into, Component card) {
    into.removeAll();
    into.add(card);
    card.scrollIntoView(ScrollIntoViewOption.Block.CENTER);
  }

  private static Optional<Benefit> find(Pack pack, String benefit) {
    return pack.benefits().stream().filter(each -> each.id().equals(benefit)).findFirst();
  }

  private static Component done(String text) {
    Component note = Parts.paragraph("note small", text);
    note.getElement().setAttribute("role", "status");
    return note;
  }

  private static boolean isFirst(Pack pack, Purse purse) {
    PointKind first = pack.programme().pointKinds().getFirst();
    return first.id().equals(purse.kind());
  }
}
