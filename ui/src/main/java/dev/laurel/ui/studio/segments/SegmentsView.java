package dev.laurel.ui.studio.segments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
import java.util.Optional;

/** The segments of the draft as sentences, each with how many members belong to it. */
@Route(value = Place.SEGMENTS_PATH, layout = Frame.class)
@PermitAll
public final class SegmentsView extends DraftPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final Div faults = Parts.div("faults");
  private final Div list = Parts.div("list-of");

  public SegmentsView(Operation operation, Drafts drafts, SignedIn who) {
    super(operation, drafts, who);
    addClassNames("view", "parts");
    add(told(), faults, list);
  }

  @Override
  public Place place() {
    return Place.SEGMENTS;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    look();
    Address.bring(this, event.getLocation().getQueryParameters());
  }

  @Override
  protected void show() {
    Words words = Words.here();
    PartPages.Page page = PartPages.segments(draft(), livePack(), today());
    faults.removeAll();
    page.elsewhere().forEach(fault -> faults.add(new MendNote(this, fault, fault.place())));
    list.removeAll();
    Optional<Overview> counted = operation().overviews().latest();
    boolean changed = page.parts().stream().anyMatch(part -> part.fate() != Fate.SAME);
    Optional<SegmentShares> looked =
        changed
            ? draft().pack().flatMap(pack -> operation().insight().shares(actor(), pack))
            : Optional.empty();
    for (Part part : page.parts()) list.add(new PartBlock(this, part, size(part, counted, looked)));
    if (page.parts().isEmpty() && page.elsewhere().isEmpty())
      list.add(Parts.div("emptyst", Parts.strong(words.of("segments.none"))));
    if (draft().mayEdit() && draft().pack().isPresent())
      list.add(
          PartBlock.starts(
              this,
              words.of("segments.new"),
              PartStarters.Part.LAPSING,
              PartStarters.Part.STAGE,
              PartStarters.Part.VALUE));
  }

  /** How many members belong to it, as counted; of what was changed, as far as some tell. */
  private Optional<Component> size(
      Part part, Optional<Overview> counted, Optional<SegmentShares> looked) {
    Words words = Words.here();
    if (part.fate() == Fate.SAME) {
      Optional<Long> members =
          counted.flatMap(all -> Optional.ofNullable(all.gathered().segments().get(part.id())));
      if (members.isEmpty())
        return Optional.of(Parts.span("small mute", words.of("parts.uncounted")));
      long all = Math.max(1, counted.get().members());
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
      return Optional.of(Parts.div("told", said.toArray(Component[]::new)));
    }
    if (looked.isEmpty()) return Optional.of(Parts.span("small mute", words.of("parts.uncounted")));
    SegmentShares shares = looked.get();
    int in = shares.in().getOrDefault(part.id(), 0);
    return Optional.of(
        share(
            words.of(
                "segments.about",
                words.number(shares.about(part.id())),
                words.share(in, shares.asked()),
                words.number(shares.asked())),
            in,
            shares.asked()));
  }

  private static Component share(String said, long part, long whole) {
    Div fill = Parts.div("fill");
    fill.getStyle().set("width", (100.0 * part / whole) + "%");
    return Parts.div("sized", Parts.span("small", said), Parts.hidden(Parts.div("meter", fill)));
  }
}
