package dev.laurel.ui.studio.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.laurel.engine.scenario.ScenarioResult;
import dev.laurel.engine.scenario.ScenarioResult.Difference;
import dev.laurel.engine.scenario.ScenarioRun;
import dev.laurel.rules.language.Pack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the scenarios of a draft pass: one bar for each, and what differs where one does not. */
public final class ScenarioBars extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FAILED = 5;

  private final transient Pack pack;

  public ScenarioBars(ScenarioRun.Ran ran, Pack pack) {
    this.pack = pack;
    addClassName("scenarios");
    Words words = Words.here();
    if (ran.results().isEmpty()) {
      add(Parts.paragraph("small sub", words.of("scenario.none")));
      return;
    }
    Div bars = Parts.hidden(Parts.div("bars"));
    for (ScenarioResult result : ran.results()) bars.add(bar(result));
    add(Parts.paragraph("small med", said(ran)), bars);
    ran.failed().stream().limit(MOST_FAILED).forEach(failed -> add(failed(failed)));
    int more = ran.failed().size() - MOST_FAILED;
    if (more > 0) add(Parts.paragraph("small sub", words.of("scenario.more", words.number(more))));
  }

  private static String said(ScenarioRun.Ran ran) {
    Words words = Words.here();
    String all = words.number(ran.results().size());
    String passed = words.number(ran.passed());
    String text =
        ran.failed().isEmpty()
            ? words.of("scenario.pass", passed)
            : words.of("scenario.fail", words.number(ran.failed().size()), all);
    return ran.waiting() == 0
        ? text
        : text + " " + words.of("scenario.wait", words.number(ran.waiting()));
  }

  private static Span bar(ScenarioResult result) {
    Span bar =
        switch (result) {
          case ScenarioResult.Passed _ -> Parts.span("ok");
          case ScenarioResult.Failed _ -> Parts.span("not");
          case ScenarioResult.Waiting _ -> Parts.span("waits");
        };
    bar.getElement().setAttribute("title", Words.here().of(result.scenario().title()));
    return bar;
  }

  private Component failed(ScenarioResult.Failed failed) {
    Words words = Words.here();
    UnorderedList differences = new UnorderedList();
    for (Difference difference : failed.differences())
      differences.add(new ListItem(said(difference)));
    return Parts.div(
        "note err small",
        Parts.paragraph("med", words.of("scenario.failed", words.of(failed.scenario().title()))),
        differences);
  }

  private String said(Difference difference) {
    Words words = Words.here();
    String[] what = difference.what().split("/", 2);
    String of = what.length == 1 ? "" : named(what[0], what[1]);
    return words.of(
        "scenario.difference",
        words.number(difference.step()),
        (words.of(key(what[0])) + " " + of).strip(),
        value(what[0], difference.expected()),
        value(what[0], difference.actual()));
  }

  private static String key(String what) {
    return switch (what) {
      case "earned" -> "scenario.earned";
      case "available" -> "scenario.available";
      case "pending" -> "scenario.pending";
      case "expired" -> "scenario.expired";
      case "tiers" -> "scenario.tiers";
      case "tiersUntil" -> "scenario.tiers-until";
      case "metrics" -> "scenario.metrics";
      case "expiring" -> "scenario.expiring";
      case "fired" -> "scenario.fired";
      case "notFired" -> "scenario.not-fired";
      case "refused" -> "scenario.refused";
      case "messages" -> "scenario.messages";
      case "entitled" -> "scenario.entitled";
      case "received" -> "scenario.received";
      default -> "scenario.pack";
    };
  }

  /** By its title, where the pack has one for it. */
  private String named(String what, String id) {
    Words words = Words.here();
    return switch (what) {
      case "earned", "available", "pending", "expired", "expiring", "received" ->
          pack.programme().pointKinds().stream()
              .filter(kind -> kind.id().equals(id))
              .findFirst()
              .map(kind -> words.of(kind.title()))
              .orElse(id);
      case "tiers", "tiersUntil" ->
          pack.ladders().stream()
              .filter(ladder -> ladder.id().equals(id))
              .findFirst()
              .map(ladder -> words.of(ladder.title()))
              .orElse(id);
      case "metrics" ->
          pack.programme().metrics().stream()
              .filter(metric -> metric.id().equals(id))
              .findFirst()
              .map(metric -> words.of(metric.title()))
              .orElse(id);
      case "notFired" -> rule(id).orElse(id);
      default -> id;
    };
  }

  private Optional<String> rule(String id) {
    Words words = Words.here();
    return Stream.concat(
            pack.earning().stream().flatMap(group -> group.rules().stream()),
            pack.campaigns().stream().flatMap(campaign -> campaign.allRules().stream()))
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .map(rule -> words.of(rule.title()));
  }

  private String value(String what, String value) {
    Words words = Words.here();
    return switch (what) {
      case "tiers" ->
          pack.ladders().stream()
              .flatMap(ladder -> ladder.tiers().stream())
              .filter(tier -> tier.id().equals(value))
              .findFirst()
              .map(tier -> words.of(tier.title()))
              .orElse(value);
      case "fired" ->
          words.list(
              List.of(value.split(", ", -1)).stream()
                  .map(id -> rule(id).orElse(id.isEmpty() ? "–" : id))
                  .toList());
      default -> value;
    };
  }
}
