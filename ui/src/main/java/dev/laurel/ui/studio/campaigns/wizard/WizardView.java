package dev.laurel.ui.studio.campaigns.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.Audiences;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.editing.RulePages.CampaignCard;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.overview.Overview;
import dev.laurel.engine.rehearsal.Rehearsals;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Sentences;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks for a campaign question by question; the sentence grows beside the questions. */
@Route(value = Place.CAMPAIGNS_PATH + "/new", layout = Frame.class)
@PermitAll
public final class WizardView extends DraftPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private static final String STEP = "question";

  private final transient Rehearsals rehearsals;
  private final Section asks = Parts.with(new Section(), "asks");
  private final SoFar soFar = new SoFar();
  private final Div answered = Parts.div("answered");
  private String campaign = "";
  private int number = 1;
  private String drawn = "";

  /** Counts how often the campaign became another, so that what was counted before is not said. */
  private int turn;

  public WizardView(Operation operation, Drafts drafts, Rehearsals rehearsals, SignedIn who) {
    super(operation, drafts, who);
    this.rehearsals = rehearsals;
    addClassNames("view", "wizard");
    add(told(), asks, soFar);
  }

  /** The address of the questions about a campaign of the draft. */
  public static QueryParameters about(String campaign) {
    return about(campaign, 1);
  }

  private static QueryParameters about(String campaign, int number) {
    return new QueryParameters(
        Map.of(Address.AT, List.of(campaign), STEP, List.of(String.valueOf(number))));
  }

  @Override
  public Place place() {
    return Place.CAMPAIGNS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    campaign = query.getSingleParameter(Address.AT).orElse("");
    number =
        query
            .getSingleParameter(STEP)
            .filter(text -> text.matches("\\d"))
            .map(Integer::parseInt)
            .orElse(1);
    drawn = "";
    look();
  }

  private List<CampaignCard> all() {
    return RulePages.campaigns(draft(), livePack(), today()).campaigns();
  }

  @Override
  protected void show() {
    Optional<CampaignCard> card =
        all().stream().filter(each -> each.of().place().equals(campaign)).findFirst();
    soFar.setVisible(card.isPresent());
    if (card.isEmpty() || draft().pack().isEmpty() || !draft().mayEdit()) {
      asks.removeAll();
      drawn = "";
      asks.add(Parts.div("emptyst", Parts.strong(Words.here().of("campaigns.ask.gone")), back()));
      return;
    }
    Asked asked = new Asked(this, draft().pack().get(), card.get());
    List<Step> steps = asked.steps();
    int at = Math.clamp(number, 1, steps.size());
    Step step = steps.get(at - 1);
    // Fields stay as long as what they ask for does: whoever types goes on typing.
    String shape = shape(asked, step);
    if (!shape.equals(drawn)) draw(asked, steps, at);
    drawn = shape;
    answered(asked, steps.subList(0, at - 1));
    soFar.show(asked, step, chosen(asked));
    soFar.meets(card.get(), all());
    rehearse(++turn);
  }

  /** What the fields depend on: which words there are, and which answers are chosen. */
  private static String shape(Asked asked, Step step) {
    StringBuilder shape = new StringBuilder(step.name());
    asked.words(step).forEach(word -> shape.append(' ').append(word.place()));
    asked.audiences().forEach(choice -> shape.append(choice.isChosen() ? '1' : '0'));
    for (String part : List.of("schedule/from", "schedule/to", "budget", "firstMembers"))
      shape.append(asked.has(part) ? '1' : '0');
    return shape.toString();
  }

  private void draw(Asked asked, List<Step> steps, int at) {
    Words words = Words.here();
    Step step = steps.get(at - 1);
    String title = Sentences.title(asked.card().of().passage().title());
    boolean goesOn = drawn.startsWith(step.name());
    asks.removeAll();
    H2 question = new H2(step.question());
    question.getElement().setAttribute("tabindex", "-1");
    Div foot = Parts.div("foot row");
    if (at > 1)
      foot.add(Parts.button("btn", () -> go(at - 1), Parts.text(words.of("campaigns.ask.back"))));
    foot.add(next(steps, at), Parts.span("grow"), keep());
    asks.add(
        back(),
        answered,
        Parts.paragraph(
            "small sub",
            words.of("campaigns.ask.number", title, words.number(at), words.number(steps.size()))),
        question,
        Parts.paragraph("sub", step.how()),
        new QuestionPane(this, asked, step, title, this::members),
        foot);
    if (!goesOn) question.getElement().executeJs("this.focus({ preventScroll: true })");
  }

  private NativeButton next(List<Step> steps, int at) {
    Words words = Words.here();
    boolean last = at == steps.size();
    NativeButton next =
        Parts.button(
            "btn primary",
            () -> {
              if (last) leave();
              else go(at + 1);
            },
            Parts.text(
                last
                    ? words.of("campaigns.ask.done")
                    : words.of("campaigns.ask.next", steps.get(at).said())));
    next.getElement().setAttribute("data-next", "");
    return next;
  }

  private Component keep() {
    return Parts.button(
        "btn quiet", this::leave, Parts.text(Words.here().of("campaigns.ask.keep")));
  }

  private static Component back() {
    Anchor link =
        new Anchor(
            Place.CAMPAIGNS_PATH,
            Icons.small("back"),
            Parts.text(Words.here().of("place.campaigns")));
    link.addClassNames("small", "sub", "backlink");
    return link;
  }

  private void go(int to) {
    UI.getCurrent().navigate(WizardView.class, about(campaign, to));
  }

  private void leave() {
    UI.getCurrent().navigate(Place.CAMPAIGNS_PATH, QueryParameters.of(Address.AT, campaign));
  }

  private void answered(Asked asked, List<Step> steps) {
    Words words = Words.here();
    answered.removeAll();
    for (int i = 0; i < steps.size(); i++) {
      int at = i + 1;
      answered.add(
          Parts.div(
              "row",
              Parts.hidden(Parts.span("m", Icons.small("check"))),
              Parts.span("small sub what", steps.get(i).said()),
              Parts.span("small med grow", asked.answer(steps.get(i))),
              Parts.named(
                  Parts.button(
                      "link small", () -> go(at), Parts.text(words.of("campaigns.ask.change"))),
                  words.of("campaigns.ask.change.this", steps.get(i).said()))));
    }
  }

  private OptionalLong chosen(Asked asked) {
    return asked.audiences().stream()
        .filter(Audiences.Choice::isChosen)
        .findFirst()
        .map(choice -> members(choice.who()))
        .orElse(OptionalLong.empty());
  }

  /** How many members are meant, as they were counted last; segments are not counted. */
  private OptionalLong members(Audiences.Who who) {
    Optional<Overview> counted = operation().overviews().latest();
    if (counted.isEmpty()) return OptionalLong.empty();
    return switch (who) {
      case Audiences.Who.Everyone() -> OptionalLong.of(counted.get().members());
      case Audiences.Who.FromTier(var ladder, var tier) -> from(counted.get(), ladder, tier);
      case Audiences.Who.InSegment _ -> OptionalLong.empty();
    };
  }

  private OptionalLong from(Overview counted, String ladder, String tier) {
    Map<String, Long> tiers = counted.tiers().get(ladder);
    List<String> order =
        livePack().ladders().stream()
            .filter(each -> each.id().equals(ladder))
            .flatMap(each -> each.tiers().stream().map(Ladder.Tier::id))
            .toList();
    if (tiers == null || !order.contains(tier)) return OptionalLong.empty();
    return OptionalLong.of(
        order.subList(order.indexOf(tier), order.size()).stream()
            .mapToLong(each -> tiers.getOrDefault(each, 0L))
            .sum());
  }

  /** The page is there first; then the browser asks for what takes a moment. */
  private void rehearse(int asked) {
    Pack pack = livePack();
    soFar
        .getElement()
        .executeJs("return 0")
        .then(_ -> {
          if (asked == turn) soFar.show(rehearsals.rehearseAdded(actor(), campaign), pack);
        });
  }
}
