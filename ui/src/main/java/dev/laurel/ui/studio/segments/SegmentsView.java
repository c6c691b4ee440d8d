package dev.laurel.ui.studio.segments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.editing.PartPages;
import dev.laurel.engine.editing.PartPages.Part;
import dev.laurel.engine.editing.PartStarters;
import dev.laurel.engine.editing.RulePages.Fate;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.operation.SegmentAlert;
import dev.laurel.engine.operation.SegmentShares;
import dev.laurel.engine.overview.Overview;
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
import java.util.Optional;
import java.util.function.Function;

/** The segments of the draft as sentences, each with how many members belong to it. */
@Route(value = Place.SEGMENTS_PATH, layout = Frame.class)
@PermitAll
public final class SegmentsView extends PartsPage {
  private static final long serialVersionUID = 1L;

  public SegmentsView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
  }

  @Override
  public Place place() {
    return Place.SEGMENTS;
  }

  @Override
  protected PartPages.Page page() {
    return PartPages.segments(draft(), livePack(), today());
  }

  @Override
  protected Optional<Component> above() {
    return Optional.empty();
  }

  @Override
  protected Function<Part, Component> beside(PartPages.Page page) {
    Optional<Overview> counted = operation().overviews().latest();
    boolean changed = page.parts().stream().anyMatch(part -> part.fate() != Fate.SAME);
    Optional<SegmentShares> looked =
        changed
            ? draft().pack().flatMap(pack -> operation().insight().shares(actor(), pack))
            : Optional.empty();
    return part -> size(part, counted, looked);
  }

  @Override
  protected String none() {
    return Words.here().of("segments.none");
  }

  @Override
  protected Component starts() {
    return PartBlock.starts(
        this,
        Words.here().of("segments.new"),
        PartStarters.Part.LAPSING,
        PartStarters.Part.STAGE,
        PartStarters.Part.VALUE);
  }

  /** How many members belong to it, as counted; of what was changed, as far as some tell. */
  private Component size(Part part, Optional<Overview> counted, Optional<SegmentShares> looked) {
    Words words = Words.here();
    if (part.fate() == Fate.SAME) {
      Optional<Long> members =
          counted.flatMap(all -> Optional.ofNullable(all.gathered().segments().get(part.id())));
      if (members.isEmpty()) return Parts.span("small mute", words.of("parts.uncounted"));
      long all = Math.max(1, counted.get().lookedAt());
      Component share =
          share(
              words.of(
                  "segments.members", words.number(members.get()), words.share(members.get(), all)),
              members.get(),
              all);
      List<Component> said = new ArrayList<>(List.of(share));
      for (SegmentAlert alert : SegmentAlert.of(livePack(), counted.get()))
        if (alert.segment().equals(part.id()))
          said.add(
              Parts.div(
                  "note warn small",
                  Parts.text(
                      words.of(
                          alert.side() == SegmentAlert.Side.ABOVE
                              ? "segments.alert.above"
                              : "segments.alert.below",
                          words.number(alert.share()),
                          words.number(alert.percent())))));
      return Parts.div("told", said.toArray(Component[]::new));
    }
    if (looked.isEmpty()) return Parts.span("small mute", words.of("parts.uncounted"));
    SegmentShares shares = looked.get();
    int in = shares.in().getOrDefault(part.id(), 0);
    return share(
        words.of(
            "segments.about",
            words.number(shares.about(part.id())),
            words.share(in, shares.asked()),
            words.number(shares.asked())),
        in,
        shares.asked());
  }

  private static Component share(String said, long part, long whole) {
    Div fill = Parts.div("fill");
    fill.getStyle().set("width", (100.0 * part / whole) + "%");
    return Parts.div("sized", Parts.span("small", said), Parts.hidden(Parts.div("meter", fill)));
  }
}
