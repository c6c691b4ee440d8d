package dev.laurel.ui.studio.benefits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.PartPages.Part;
import dev.laurel.engine.editing.PartStarters;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.overview.Gathered;
import dev.laurel.engine.overview.Overview;
import dev.laurel.rules.language.Benefit;
import dev.laurel.rules.language.Benefit.Price;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.Words;
import dev.laurel.ui.studio.frame.draft.PartBlock;
import dev.laurel.ui.studio.frame.draft.PartsPage;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The benefits of the draft: by tier, then each as sentences with what became of it. */
@Route(value = Place.BENEFITS_PATH, layout = Frame.class)
@PermitAll
public final class BenefitsView extends PartsPage {
  private static final long serialVersionUID = 1L;

  public BenefitsView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
  }

  @Override
  public Place place() {
    return Place.BENEFITS;
  }

  @Override
  protected PartPages.Page page() {
    return PartPages.benefits(draft(), livePack(), today());
  }

  @Override
  protected Optional<Component> above() {
    return draft().pack().filter(pack -> !TierMatrix.ladders(pack).isEmpty()).map(TierMatrix::new);
  }

  @Override
  protected Function<Part, Component> beside(PartPages.Page page) {
    Optional<Overview> counted = operation().overviews().latest();
    Map<String, Long> stocks = operation().insight().stocks(actor());
    return part -> became(part, counted, stocks);
  }

  @Override
  protected String none() {
    return Words.here().of("benefits.none");
  }

  @Override
  protected Component starts() {
    return PartBlock.starts(
        this,
        Words.here().of("benefits.new"),
        PartStarters.Part.OF_TIER,
        PartStarters.Part.HANDED_OUT,
        PartStarters.Part.FOR_POINTS);
  }

  /** How many were handed out, used and lapsed, and what is left of the stock. */
  private Component became(Part part, Optional<Overview> counted, Map<String, Long> stocks) {
    Words words = Words.here();
    List<Component> said = new ArrayList<>();
    Optional<Gathered.Benefit> of =
        counted.flatMap(all -> Optional.ofNullable(all.gathered().benefits().get(part.id())));
    said.add(
        Parts.span(
            of.isPresent() ? "small" : "small mute",
            of.map(benefit ->
                    words.of(
                        became(part.id()),
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
    return Parts.div("sized", said.toArray(Component[]::new));
  }

  /** What is told of a benefit: nobody has what points are redeemed for until they are. */
  private String became(String id) {
    Optional<Benefit> benefit = live(id);
    if (benefit.map(Benefit::price).filter(price -> !(price instanceof Price.Free)).isEmpty())
      return "benefits.became";
    return benefit.flatMap(Benefit::entitlement).isPresent()
        ? "benefits.became.redeemed.to-use"
        : "benefits.became.redeemed";
  }

  private Optional<Long> stock(String id) {
    return live(id).flatMap(Benefit::stock);
  }

  private Optional<Benefit> live(String id) {
    return livePack().benefits().stream().filter(benefit -> benefit.id().equals(id)).findFirst();
  }
}
