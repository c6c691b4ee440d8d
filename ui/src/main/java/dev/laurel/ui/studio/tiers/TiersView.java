package dev.laurel.ui.studio.tiers;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.draft.Edit;
import dev.laurel.engine.draft.EditResult;
import dev.laurel.engine.draft.Edits;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.overview.Forecast;
import dev.laurel.engine.overview.Positions;
import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Ladder;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackTree;
import dev.laurel.rules.tree.Tree;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Choices;
import dev.laurel.ui.studio.frame.FaultWords;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Progress;
import dev.laurel.ui.studio.frame.Refusals;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ladders of the draft, what each edit does to members, and the chosen tier's sentences. */
@Route(value = Place.TIERS_PATH, layout = Frame.class)
@PermitAll
public final class TiersView extends Div
    implements StudioPage, BeforeEnterObserver, LadderPicture.Wishes, TierPanel.Wishes {
  private static final long serialVersionUID = 1L;

  private static final String LADDER = "ladder";
  private static final String TIER = "tier";
  private static final int MOST_FAULTS = 5;

  private final transient Operation operation;
  private final transient Drafts drafts;
  private final transient SignedIn who;
  private final DraftStrip strip = new DraftStrip(this::undo, this::redo);
  private final Div left = Parts.div("left");
  private final Div told = Parts.div("told");
  private final TierPanel panel = new TierPanel(this);
  private final EffectCard effect = new EffectCard();
  private transient Optional<LadderPicture> picture = Optional.empty();
  private transient DraftView draft;
  private transient Pack live;
  private transient Tree liveTree;
  private String ladder = "";
  private String tier = "";

  public TiersView(Operation operation, Drafts drafts, SignedIn who) {
    this.operation = operation;
    this.drafts = drafts;
    this.who = who;
    this.draft = drafts.view(who.actor());
    this.live = operation.programme().revision().pack();
    this.liveTree = PackTree.of(live);
    addClassName("tiers");
    told.getElement().setAttribute("role", "alert");
    add(left, panel);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().getPage().addJavaScript("context://studio/ladder.js");
  }

  @Override
  public Place place() {
    return Place.TIERS;
  }

  @Override
  public Optional<Component> shows() {
    return Optional.of(strip.standing());
  }

  @Override
  public List<Component> atEndOfStrip() {
    return List.of(strip);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    ladder = query.getSingleParameter(LADDER).orElse("");
    tier = query.getSingleParameter(TIER).orElse("");
    draw();
  }

  private ZoneId zone() {
    return operation.programme().revision().zone();
  }

  private Actor actor() {
    return who.actor();
  }

  /** The ladder that is shown, where the draft has any. */
  private Optional<Rungs> rungs() {
    List<Ladder> all = draft.pack().map(Pack::ladders).orElse(List.of());
    return all.stream()
        .filter(each -> each.id().equals(ladder))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(shown -> Rungs.of(shown, liveLadder(shown.id())));
  }

  private Optional<Ladder> liveLadder(String id) {
    return live.ladders().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Everything anew. */
  private void draw() {
    Words words = Words.here();
    live = operation.programme().revision().pack();
    liveTree = PackTree.of(live);
    draft = drafts.view(actor());
    picture = Optional.empty();
    left.removeAll();
    told.removeAll();
    Optional<Rungs> shown = rungs();
    if (shown.isEmpty()) {
      panel.setVisible(false);
      left.add(told, Parts.div("emptyst", Parts.strong(words.of("tiers.none"))));
      strip.show(draft, zone());
      tellFaults();
      return;
    }
    panel.setVisible(true);
    LadderPicture drawn = new LadderPicture(shown.get(), this);
    picture = Optional.of(drawn);
    left.add(head(shown.get()), told, drawn, effect);
    refresh();
  }

  private Component head(Rungs rungs) {
    Words words = Words.here();
    Div head = Parts.div("row head");
    List<Choices.Choice<String>> ladders =
        draft.pack().map(Pack::ladders).orElse(List.of()).stream()
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
    if (draft.mayEdit() && rungs.metric().isPresent())
      head.add(
          Parts.button(
              "btn s",
              () -> rungs().ifPresent(now -> add(now.rungs().getLast())),
              Icons.small("plus"),
              Parts.text(words.of("tiers.add"))));
    return head;
  }

  private String metric(String id) {
    return draft
        .pack()
        .filter(
            pack -> pack.programme().metrics().stream().anyMatch(metric -> metric.id().equals(id)))
        .map(pack -> Words.here().of(Progress.metric(pack, id).title()))
        .orElse(id);
  }

  /** What is shown, by the draft as it is now. */
  private void refresh() {
    strip.show(draft, zone());
    Optional<Rungs> shown = rungs();
    if (shown.isEmpty() || picture.isEmpty()) {
      draw();
      return;
    }
    Rungs rungs = shown.get();
    Rungs.Rung chosen = chosen(rungs);
    picture.get().show(rungs, chosen.id(), draft.mayEdit(), spread(rungs));
    tellEffect(rungs, chosen);
    panel.show(rungs, chosen, draft.pack().orElseThrow(), draft.tree(), liveTree, draft.mayEdit());
    draft.whyNot().ifPresent(not -> tell(Refusals.say(not)));
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
    Optional<Positions> positions = operation.overviews().positions(actor());
    return rungs
        .metric()
        .flatMap(
            metric -> positions.map(all -> all.spread(metric, LadderPicture.edges(rungs.most()))))
        .orElse(List.of());
  }

  private void tellEffect(Rungs rungs, Rungs.Rung chosen) {
    Forecast forecast = operation.overviews().forecast(actor(), rungs.ladder());
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
    List<Fault> faults = draft.faults();
    if (faults.isEmpty()) return;
    tell(words.of("tiers.faults", words.number(faults.size())));
    faults.stream()
        .limit(MOST_FAULTS)
        .forEach(fault ->
            tell(
                fault.place() + ": " + FaultWords.message(fault) + " " + FaultWords.remedy(fault)));
  }

  private void tell(String text) {
    told.add(Parts.paragraph("note small", text));
  }

  private void remember() {
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(
                    null,
                    new Location(
                        Place.TIERS_PATH,
                        new QueryParameters(
                            Map.of(LADDER, List.of(ladder), TIER, List.of(tier))))));
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
    told.removeAll();
    refresh();
  }

  @Override
  public void add(Rungs.Rung above) {
    Words words = Words.here();
    Optional<Rungs> now = rungs();
    if (now.isEmpty() || now.get().metric().isEmpty()) return;
    String id = Edits.freshId(draft.tree(), "Tier");
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
                    Edits.title(draft.tree(), now.place(rung), words.language().tag(), title))));
  }

  @Override
  public void set(String place, BigDecimal number, String name) {
    Words words = Words.here();
    edit(
        words.of("tiers.step.set", name, words.number(number)),
        List.of(new Edit.Set(place, Tree.number(number.toPlainString()))));
  }

  private void edit(String step, List<Edit> edits) {
    take(drafts.edit(actor(), draft.version(), step, new ArrayList<>(edits)));
  }

  private void undo() {
    take(drafts.undo(actor()));
  }

  private void redo() {
    take(drafts.redo(actor()));
  }

  private void take(EditResult result) {
    Words words = Words.here();
    told.removeAll();
    switch (result) {
      case EditResult.Saved(var saved) -> draft = saved;
      case EditResult.Conflict(var clashes) -> {
        anew();
        clashes.forEach(
            clash -> tell(words.of("tiers.clash", clash.by(), clash.step(), clash.place())));
      }
      case EditResult.Refused(var refusal) -> {
        anew();
        tell(Refusals.say(refusal));
      }
    }
    remember();
    refresh();
  }

  /** What the browser shows was not taken: so it is all drawn again. */
  private void anew() {
    draft = drafts.view(actor());
    picture.ifPresent(LadderPicture::forget);
  }
}
