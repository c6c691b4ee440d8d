package dev.laurel.ui.studio.campaigns;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.RulePages;
import dev.laurel.engine.editing.RulePages.CampaignCard;
import dev.laurel.engine.editing.RulePages.State;
import dev.laurel.engine.editing.Starters;
import dev.laurel.engine.operation.CampaignProgress;
import dev.laurel.engine.operation.Operation;
import dev.laurel.rules.tree.Trees;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.campaigns.CampaignStarts.Goal;
import dev.laurel.ui.studio.campaigns.wizard.WizardView;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftPage;
import dev.laurel.ui.studio.frame.draft.MendNote;
import dev.laurel.ui.studio.frame.draft.RuleDrops;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The campaigns of the draft: first in time, then each as sentences, then what to start from. */
@Route(value = Place.CAMPAIGNS_PATH, layout = Frame.class)
@PermitAll
public final class CampaignsView extends DraftPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private static final String GALLERY = "start";

  private final Calendar calendar = new Calendar();
  private final Div bar = Parts.div("bar");
  private final Div list = Parts.div("list-of");
  private final Div faults = Parts.div("faults");
  private final Section gallery = Parts.with(new Section(), "gallery");
  private transient RulePages.Campaigns page;
  private final Div cards = Parts.div("gal four");
  private transient Optional<State> look = Optional.empty();
  private transient Optional<Goal> goal = Optional.empty();

  public CampaignsView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
    this.page = RulePages.campaigns(draft(), livePack(), today());
    addClassNames("view", "campaigns");
    gallery.setId(GALLERY);
    add(told(), faults, calendar, bar, list, gallery);
    RuleDrops.hear(this, this);
    CampaignDrags.hear(this, this);
  }

  @Override
  public Place place() {
    return Place.CAMPAIGNS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    look();
    Address.bring(this, event.getLocation().getQueryParameters());
  }

  @Override
  protected void show() {
    Words words = Words.here();
    page = RulePages.campaigns(draft(), livePack(), today());
    calendar.setVisible(!page.campaigns().isEmpty());
    calendar.show(page.campaigns(), today(), draft().mayEdit());
    faults.removeAll();
    page.elsewhere().forEach(fault -> faults.add(new MendNote(this, fault, fault.place())));
    bar.removeAll();
    List<Choices.Choice<Optional<State>>> choices = new ArrayList<>();
    choices.add(choice(Optional.empty(), words.of("campaigns.look.all")));
    choices.add(choice(Optional.of(State.RUNNING), words.of("campaigns.look.running")));
    choices.add(choice(Optional.of(State.SCHEDULED), words.of("campaigns.look.scheduled")));
    choices.add(choice(Optional.of(State.ENDED), words.of("campaigns.look.ended")));
    choices.add(choice(Optional.of(State.OFF), words.of("campaigns.look.off")));
    bar.add(
        Choices.of(
            words.of("campaigns.look"),
            choices,
            look,
            chosen -> {
              look = chosen;
              draw();
            }));
    if (draft().mayEdit()) bar.add(Parts.span("grow"), toGallery());
    draw();
    gallery();
  }

  /** What a campaign starts from stands at the end of the page. */
  private static Anchor toGallery() {
    Anchor link =
        new Anchor(
            "#" + GALLERY, Icons.small("plus"), Parts.text(Words.here().of("campaigns.new")));
    link.addClassName("btn");
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }

  private Choices.Choice<Optional<State>> choice(Optional<State> state, String name) {
    long many = page.campaigns().stream().filter(card -> is(card, state)).count();
    return new Choices.Choice<>(state, name + " " + Words.here().number(many));
  }

  private static boolean is(CampaignCard card, Optional<State> state) {
    return state.isEmpty() || state.get() == card.of().state();
  }

  private void draw() {
    list.removeAll();
    List<CampaignProgress> progress = operation().insight().progress(actor());
    page.campaigns().stream()
        .filter(card -> is(card, look))
        .forEach(card ->
            list.add(
                new CampaignBlock(
                    this,
                    card,
                    progress.stream()
                        .filter(how -> how.campaign().equals(card.campaign().id()))
                        .findFirst())));
    if (list.getComponentCount() == 0)
      list.add(Parts.div("emptyst", Parts.text(Words.here().of("campaigns.none"))));
  }

  /** What to start from; without campaigns it is the page itself. */
  private void gallery() {
    Words words = Words.here();
    gallery.removeAll();
    gallery.setVisible(draft().mayEdit() && draft().pack().isPresent());
    if (!gallery.isVisible()) return;
    List<Choices.Choice<Optional<Goal>>> goals = new ArrayList<>();
    goals.add(new Choices.Choice<>(Optional.empty(), words.of("campaigns.goal.all")));
    for (Goal each : Goal.values())
      goals.add(new Choices.Choice<>(Optional.of(each), CampaignStarts.said(each)));
    gallery.add(
        Parts.div(
            "sechead row",
            new H2(words.of("campaigns.start")),
            Parts.span("small mute grow", words.of("campaigns.start.how")),
            Choices.of(
                words.of("campaigns.goal"),
                goals,
                goal,
                chosen -> {
                  goal = chosen;
                  cards();
                })),
        cards);
    cards();
  }

  private void cards() {
    cards.removeAll();
    for (Starters.Campaign each : Starters.Campaign.values())
      if (goal.isEmpty() || goal.get() == CampaignStarts.goal(each))
        CampaignStarts.card(this, each, this::ask).ifPresent(cards::add);
  }

  /** The campaign is in the draft; what it says is asked for one after the other. */
  private void ask(Starters.Started started) {
    if (Trees.at(draft().tree(), started.place()).isPresent())
      UI.getCurrent().navigate(WizardView.class, WizardView.about(started.place()));
  }
}
