package dev.laurel.ui.studio.tiers;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.overview.Forecast;
import dev.laurel.engine.overview.Positions;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Progress;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftPage;
import dev.laurel.ui.studio.frame.draft.MendNote;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ladders of the draft, what each edit does to members, and the chosen tier's sentences. */
@Route(value = Place.TIERS_PATH, layout = Frame.class)
@PermitAll
public final class TiersView extends DraftPage
    implements BeforeEnterObserver, LadderPicture.Wishes, TierPanel.Wishes {
  private static final long serialVersionUID = 1L;

  private static final String LADDER = "ladder";
  private static final String TIER = "tier";
  private static final int MOST_FAULTS = 5;

  private final Div left = Parts.div("left");
  private final Div faults = Parts.div("faults");
  private final TierPanel panel = new TierPanel(this, this);
  private final EffectCard effect = new EffectCard();
  private transient Optional<LadderPicture> picture = Optional.empty();
  private String ladder = "";
  private String tier = "";

  public TiersView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
    addClassName("tiers");
    add(left, panel);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    event.getUI().getPage().addJavaScript("context://studio/ladder.js");
  }

  @Override
  public Place place() {
    return Place.TIERS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    ladder = query.getSingleParameter(LADDER).orElse("");
    tier = query.getSingleParameter(TIER).orElse("");
    picture = Optional.empty();
    look();
  }

  /** The ladder that is shown, where the draft has any. */
  private Optional<Rungs> rungs() {
    List<Ladder> all = draft().pack().map(Pack::ladders).orElse(List.of());
    return all.stream()
        .filter(each -> each.id().equals(ladder))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(shown -> Rungs.of(shown, liveLadder(shown.id())));
  }

  private Optional<Ladder> liveLadder(String id) {
    return livePack().ladders().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Everything anew. */
  private void draw() {
    Words words = Words.here();
    picture = Optional.empty();
    left.removeAll();
    Optional<Rungs> shown = rungs();
    panel.setVisible(shown.isPresent());
    if (shown.isEmpty()) {
      left.add(told(), faults, Parts.div("emptyst", Parts.strong(words.of("tiers.none"))));
      tellFaults();
      return;
    }
    LadderPicture drawn = new LadderPicture(shown.get(), this);
    picture = Optional.of(drawn);
    left.add(head(shown.get()), told(), faults, drawn, effect);
    drawChosen(shown.get());
  }

  private Component head(Rungs rungs) {
    Words words = Words.here();
    Div head = Parts.div("row head");
    List<Choices.Choice<String>> ladders =
        draft().pack().map(Pack::ladders).orElse(List.of()).stream()
            .map(each -> new Choices.Choice<>(each.id(), words.of(each.title())))
            .toList();
    head.add(
        Choices.of(
            words.of("tiers.ladders"),
            ladders,
            rungs.ladder().id(),
            id -> {
              ladder = id;
              tier = "";
              remember();
              draw();
            }));
    rungs
        .metric()
        .ifPresent(metric ->
            head.add(
                Parts.span(
                    "small sub",
                    Parts.text(words.of("tiers.counts") + " "),
                    Parts.span("word fixed what", metric(metric)))));
    head.add(Parts.span("grow"));
    if (draft().mayEdit() && rungs.metric().isPresent())
      head.add(
          Parts.button(
              "btn s",
              () -> rungs().ifPresent(now -> add(now.rungs().getLast())),
              Icons.small("plus"),
              Parts.text(words.of("tiers.add"))));
    return head;
  }

  private String metric(String id) {
    return draft()
        .pack()
        .filter(
            pack -> pack.programme().metrics().stream().anyMatch(metric -> metric.id().equals(id)))
        .map(pack -> Words.here().of(Progress.metric(pack, id).title()))
        .orElse(id);
  }

  @Override
  protected void show() {
    remember();
    Optional<Rungs> shown = rungs();
    if (shown.isEmpty() || picture.isEmpty()) draw();
    else drawChosen(shown.get());
  }

  /** What is shown, by the draft as it is now. */
  private void drawChosen(Rungs rungs) {
    Rungs.Rung chosen = chosen(rungs);
    picture.ifPresent(drawn -> drawn.show(rungs, chosen.id(), draft().mayEdit(), spread(rungs)));
    tellEffect(rungs, chosen);
    panel.show(rungs, chosen, draft().pack().orElseThrow());
    tellFaults();
  }

  private Rungs.Rung chosen(Rungs rungs) {
    return rungs
        .rung(tier)
        .orElseGet(() ->
            rungs.rungs().stream()
                .filter(Rungs.Rung::isMovable)
                .findFirst()
                .orElse(rungs.rungs().getFirst()));
  }

  private List<Long> spread(Rungs rungs) {
    Optional<Positions> positions = operation().overviews().positions(actor());
    return rungs
        .metric()
        .flatMap(
            metric -> positions.map(all -> all.spread(metric, LadderScale.edges(rungs.most()))))
        .orElse(List.of());
  }

  private void tellEffect(Rungs rungs, Rungs.Rung chosen) {
    Forecast forecast = operation().overviews().forecast(actor(), rungs.ladder());
    Optional<Ladder> before = liveLadder(rungs.ladder().id());
    effect.show(rungs, before, forecast, zone());
    picture.ifPresent(drawn -> {
      drawn.count(forecast);
      drawn.say(
          Effects.sentence(rungs, before, forecast),
          Effects.changes(rungs, this::metric),
          chosen.id());
    });
  }

  private void tellFaults() {
    Words words = Words.here();
    faults.removeAll();
    List<Fault> all = draft().faults();
    if (all.isEmpty()) return;
    faults.add(Parts.paragraph("note small", words.of("tiers.faults", words.number(all.size()))));
    all.stream()
        .limit(MOST_FAULTS)
        .forEach(fault -> faults.add(new MendNote(this, fault, fault.place())));
  }

  private void remember() {
    Address.say(
        this,
        Place.TIERS,
        new QueryParameters(Map.of(LADDER, List.of(ladder), TIER, List.of(tier))));
  }

  @Override
  public void tryOut(Rungs.Rung rung, BigDecimal from) {
    rungs().ifPresent(now -> tellEffect(now.with(rung, from), rung));
  }

  @Override
  public void move(Rungs.Rung rung, BigDecimal from) {
    Words words = Words.here();
    tier = rung.id();
    edit(
        words.of("tiers.step.from", words.of(rung.tier().title()), words.number(from)),
        List.of(Edits.threshold(rung.place().orElseThrow(), from.toPlainString())));
  }

  @Override
  public void choose(String chosen) {
    tier = chosen;
    remember();
    rungs().ifPresent(this::drawChosen);
  }

  @Override
  public void add(Rungs.Rung above) {
    Words words = Words.here();
    Optional<Rungs> now = rungs();
    if (now.isEmpty() || now.get().metric().isEmpty()) return;
    String id = Edits.freshId(draft().tree(), "Tier");
    String title = words.of("tiers.new");
    Tree.Branch entry =
        Tree.branch()
            .with("type", Tree.text("reaches"))
            .with("id", Tree.text("reached"))
            .with("metric", Tree.text(now.get().metric().get()))
            .with("atLeast", Tree.number(now.get().between(above).toPlainString()));
    Tree.Branch added =
        Tree.branch()
            .with("id", Tree.text(id))
            .with("title", titled(title, words))
            .with("entry", entry);
    Optional<String> next =
        now.get().rungs().stream().skip(above.rank()).findFirst().map(Rungs.Rung::id);
    tier = id;
    edit(
        words.of("tiers.step.added"),
        List.of(new Edit.Add(Rungs.place(now.get().ladder()) + "/tiers/" + id, added, next)));
  }

  private static Tree titled(String title, Words words) {
    return switch (words.language()) {
      case ENGLISH -> Tree.text(title);
      case CHINESE ->
          Tree.branch()
              .with("en", Tree.text("New tier"))
              .with(words.language().tag(), Tree.text(title));
    };
  }

  @Override
  public void remove(Rungs.Rung rung) {
    Words words = Words.here();
    if (rung.rank() == 1) return;
    Optional<Rungs> now = rungs();
    if (now.isEmpty()) return;
    tier = now.get().rungs().get(rung.rank() - 2).id();
    edit(
        words.of("tiers.step.removed", words.of(rung.tier().title())),
        List.of(new Edit.Remove(now.get().place(rung))));
  }

  @Override
  public void rename(Rungs.Rung rung, String title) {
    Words words = Words.here();
    rungs()
        .ifPresent(now ->
            edit(
                words.of("tiers.step.renamed", title),
                List.of(
                    Edits.title(draft().tree(), now.place(rung), words.language().tag(), title))));
  }

  /** What the browser shows was not taken: so it is all drawn again. */
  @Override
  protected void forget() {
    picture.ifPresent(LadderPicture::forget);
  }
}
