package dev.laurel.ui.studio.benefits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.PartPages.Part;
import dev.laurel.engine.editing.PartStarters;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.Benefit;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.DraftPage;
import dev.laurel.ui.studio.frame.draft.MendNote;
import dev.laurel.ui.studio.frame.draft.PartBlock;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The benefits of the draft: by tier, then each as sentences with what became of it. */
@Route(value = Place.BENEFITS_PATH, layout = Frame.class)
@PermitAll
public final class BenefitsView extends DraftPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final Div faults = Parts.div("faults");
  private final Div matrix = Parts.div("");
  private final Div list = Parts.div("list-of");

  public BenefitsView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
    addClassNames("view", "parts");
    add(told(), faults, matrix, list);
  }

  @Override
  public Place place() {
    return Place.BENEFITS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    look();
    Address.bring(this, event.getLocation().getQueryParameters());
  }

  @Override
  protected void show() {
    Words words = Words.here();
    PartPages.Page page = PartPages.benefits(draft(), livePack(), today());
    faults.removeAll();
    page.elsewhere().forEach(fault -> faults.add(new MendNote(this, fault, fault.place())));
    matrix.removeAll();
    draft()
        .pack()
        .filter(pack -> !TierMatrix.ladders(pack).isEmpty())
        .ifPresent(pack -> matrix.add(new TierMatrix(pack)));
    list.removeAll();
    Optional<Overview> counted = operation().overviews().latest();
    Map<String, Long> stocks = operation().insight().stocks(actor());
    for (Part part : page.parts())
      list.add(new PartBlock(this, part, became(part, counted, stocks)));
    if (page.parts().isEmpty() && page.elsewhere().isEmpty())
      list.add(Parts.div("emptyst", Parts.strong(words.of("benefits.none"))));
    if (draft().mayEdit() && draft().pack().isPresent())
      list.add(
          PartBlock.starts(
              this,
              words.of("benefits.new"),
              PartStarters.Part.OF_TIER,
              PartStarters.Part.HANDED_OUT,
              PartStarters.Part.FOR_POINTS));
  }

  /** How many were handed out, used and lapsed, and what is left of the stock. */
  private Optional<Component> became(
      Part part, Optional<Overview> counted, Map<String, Long> stocks) {
    Words words = Words.here();
    List<Component> said = new ArrayList<>();
    Optional<Gathered.Benefit> of =
        counted.flatMap(all -> Optional.ofNullable(all.gathered().benefits().get(part.id())));
    said.add(
        Parts.span(
            of.isPresent() ? "small" : "small mute",
            of.map(benefit ->
                    words.of(
                        "benefits.became",
                        words.number(benefit.holders()),
                        words.number(benefit.issued()),
                        words.number(benefit.used()),
                        words.number(benefit.expired())))
                .orElseGet(() -> words.of("parts.uncounted"))));
    stock(part.id())
        .ifPresent(total -> {
          long taken = Math.min(total, stocks.getOrDefault(part.id(), 0L));
          Div fill = Parts.div("fill");
          fill.getStyle().set("width", (100.0 * taken / total) + "%");
          said.add(
              Parts.span(
                  "small",
                  words.of("benefits.stock", words.number(total - taken), words.number(total))));
          said.add(Parts.hidden(Parts.div("meter", fill)));
        });
    return Optional.of(Parts.div("sized", said.toArray(Component[]::new)));
  }

  private Optional<Long> stock(String id) {
    return livePack().benefits().stream()
        .filter(benefit -> benefit.id().equals(id))
        .findFirst()
        .flatMap(Benefit::stock);
  }
}
