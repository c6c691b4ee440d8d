package dev.laurel.ui.studio.tryit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.draft.Drafts;
import dev.laurel.engine.operation.Operation;
import dev.laurel.engine.scenario.DraftScenarios;
import dev.laurel.ui.access.SignedIn;
import dev.laurel.ui.studio.frame.Address;
import dev.laurel.ui.studio.frame.Frame;
import dev.laurel.ui.studio.frame.Icons;
import dev.laurel.ui.studio.frame.Parts;
import dev.laurel.ui.studio.frame.Place;
import dev.laurel.ui.studio.frame.StudioPage;
import dev.laurel.ui.studio.frame.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A purchase is tried: who, what, when; then every rule in order. */
@Route(value = Place.TRY_PATH, layout = Frame.class)
@PermitAll
public final class TryView extends Div implements StudioPage, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Operation operation;
  private final transient SignedIn who;
  private final transient CaseTrial trial;
  private final Div ask = Parts.div("ask");
  private final Section result = Parts.with(new Section(), "res");
  private final ResultPane pane;
  private final KeepPane keeping;
  private final NativeButton keep =
      Parts.named(
          Parts.button(
              "btn primary s",
              () -> {},
              Icons.small("check"),
              Parts.span("wide", Words.here().of("try.keep"))),
          Words.here().of("try.keep"));
  private transient TryCase asked = TryCase.of(com.vaadin.flow.router.QueryParameters.empty());

  public TryView(Operation operation, Drafts drafts, DraftScenarios scenarios, SignedIn who) {
    this.operation = operation;
    this.who = who;
    this.trial = new CaseTrial(operation, who);
    this.pane = new ResultPane(operation, who, this::change);
    this.keeping =
        new KeepPane(drafts, scenarios, who, trial, () -> asked, open -> keep.setVisible(!open));
    addClassName("try");
    result.getElement().setAttribute("aria-live", "polite");
    keep.addClickListener(_ -> keeping.open());
    result.add(keeping, pane);
    add(ask, result);
  }

  @Override
  public Place place() {
    return Place.TRY;
  }

  @Override
  public List<Component> atEndOfStrip() {
    Words words = Words.here();
    var share =
        Parts.button(
            "btn s", () -> {}, Icons.small("link"), Parts.span("wide", words.of("try.share")));
    share.getElement().setAttribute("data-copy-address", words.of("try.shared"));
    var run =
        Parts.named(
            Parts.button(
                "btn s",
                keeping::run,
                Icons.small("try"),
                Parts.span("wide", words.of("try.tests.run"))),
            words.of("try.tests.run"));
    List<Component> all = new ArrayList<>(List.of(Parts.named(share, words.of("try.share")), run));
    if (who.actor().may(Permission.EDIT_DRAFT)) all.add(keep);
    return all;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    asked = TryCase.of(event.getLocation().getQueryParameters());
    keeping.close();
    if (asked.lines().isEmpty()) asked = Samples.first(asked, operation);
    drawAsking();
    answer();
  }

  private void drawAsking() {
    Words words = Words.here();
    ask.removeAll();
    ask.add(
        Parts.paragraph("safe", Icons.icon("shield"), Parts.span("", words.of("try.safe"))),
        new WhoCard(operation, who, asked, this::redraw),
        new WhatCard(operation, asked, this::change),
        new WhenCard(operation, who, trial, asked, this::change));
  }

  /** Takes a change over and tries the case again. */
  private void change(UnaryOperator<TryCase> change) {
    asked = change.apply(asked);
    Address.say(this, Place.TRY, asked.address());
    answer();
  }

  /** The same where what is asked looks otherwise afterwards. */
  private void redraw(UnaryOperator<TryCase> change) {
    change(change);
    drawAsking();
  }

  private void answer() {
    pane.show(asked, trial.of(asked));
  }
}
