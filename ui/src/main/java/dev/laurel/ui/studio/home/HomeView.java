package dev.laurel.ui.studio.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.laurel.engine.operation.Loading;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.ProgrammeView;
import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is the programme healthy, what is in force, what ends. */
@Route(value = "", layout = Frame.class)
@PermitAll
public final class HomeView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  /** Flows are told of so many days, or of fewer where nothing older was counted. */
  private static final int DAYS = 30;

  private static final int POLL_MILLIS = 2_000;

  private final transient Operation operation;
  private final transient SignedIn who;
  private transient Optional<LoadingCard> loading = Optional.empty();
  private @Nullable Registration polling;

  public HomeView(Operation operation, SignedIn who) {
    this.operation = operation;
    this.who = who;
    addClassNames("view", "home");
  }

  @Override
  public Place place() {
    return Place.HOME;
  }

  @Override
  public List<Component> atEndOfStrip() {
    ProgrammeView programme = operation.programme();
    Words words = Words.here();
    return List.of(
        Parts.span(
            "mute small wide",
            words.of(
                "home.since",
                words.instant(programme.inForceSince().atZone(programme.revision().zone())))));
  }

  /** As long as members are being loaded, the page asks how far that is. */
  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    polling = ui.addPollListener(_ -> refresh(ui));
    refresh(ui);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (polling != null) polling.remove();
    event.getUI().setPollInterval(-1);
  }

  private void refresh(UI ui) {
    Optional<Loading.Progress> progress = operation.loading().progress();
    ui.setPollInterval(progress.isPresent() ? POLL_MILLIS : -1);
    if (progress.isPresent() && loading.isPresent()) loading.get().show(progress.get());
    else if (progress.isPresent() || loading.isPresent()) draw();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    draw();
    event.getUI().setPollInterval(loading.isPresent() ? POLL_MILLIS : -1);
  }

  private void draw() {
    removeAll();
    loading = operation.loading().progress().map(LoadingCard::new);
    loading.ifPresent(this::add);
    Optional<Overview> now = operation.overviews().latest().filter(all -> all.members() > 0);
    if (now.isEmpty()) {
      add(nobody());
      return;
    }
    ProgrammeView programme = operation.programme();
    LocalDate today = now.get().asOf().atZone(programme.revision().zone()).toLocalDate();
    Optional<Overview> before =
        operation
            .overviews()
            .onOrBefore(today.minusDays(DAYS))
            .filter(old -> old.asOf().isBefore(now.get().asOf().minusSeconds(1)));
    Sight sight = new Sight(programme, now.get(), before, today);
    Div grid = Parts.div("grid");
    for (var ladder : sight.pack().ladders()) grid.add(new TiersCard(sight, ladder));
    if (sight.spendable().isPresent()) grid.add(new LapsingCard(sight), new LiabilityCard(sight));
    grid.add(new InForceCard(operation, who, sight), new FlowsCard(sight));
    add(headline(sight), grid);
  }

  private static Component nobody() {
    Words words = Words.here();
    return Parts.div(
        "emptyst",
        Parts.strong(words.of("home.nobody")),
        Parts.paragraph("small sub", words.of("home.nobody.how")),
        new Anchor(Place.TRY_PATH, words.of("home.nobody.try")));
  }

  /** The answer in one sentence. */
  private static Component headline(Sight sight) {
    Words words = Words.here();
    Pack pack = sight.pack();
    Overview now = sight.now();
    var headline = Parts.paragraph("headline");
    headline.add(
        Parts.span("strong", words.of("home.members", words.number(now.members()))),
        Parts.text(" "));
    Optional<Overview.Sums> spendable = sight.spendable();
    if (spendable.isEmpty()) return headline;
    Overview.Sums sums = spendable.get();
    PointKind kind = Standings.kind(pack, sums.kind());
    String title = words.of(kind.title());
    String earned =
        words.number(
            Standings.points(
                kind, sums.earned() - sight.before(sums.kind(), Overview.Sums::earned)));
    String spent =
        words.number(
            Standings.points(
                kind, sums.redeemed() - sight.before(sums.kind(), Overview.Sums::redeemed)));
    LocalDate year = LocalDate.of(sight.today().getYear() + 1, 1, 1);
    String lapsing =
        words.number(Standings.points(kind, sums.lapsing(sight.today(), year.plusDays(1))));
    String period =
        sight
            .since()
            .map(day -> words.of("home.earned.since", words.longDay(day), earned, title, spent))
            .orElseGet(() -> words.of("home.earned", earned, title, spent));
    headline.add(
        Parts.text(period + " "),
        Parts.span("strong", lapsing),
        Parts.text(words.of("home.lapsing")));
    return headline;
  }
}
