package dev.laurel.rules.check;

import dev.laurel.rules.condition.Condition;
import dev.laurel.rules.condition.Operand;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.fault.Place;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Metric.Count;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.Rows;
import dev.laurel.rules.language.Segment;
import dev.laurel.rules.language.Segment.Membership;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether segments depend on themselves, and whether a metric counts itself by way of a segment.
 */
final class DependencyCheck {
  private static final String SEGMENTS = "member.segments";

  /** Stands for all segments at once; no id looks like this. */
  private static final String EVERY = "every segment";

  private final Inspection in;
  private final Map<String, Set<String>> segmentsOf = new LinkedHashMap<>();
  private final Set<String> readTotals = new HashSet<>();

  DependencyCheck(Inspection in) {
    this.in = in;
  }

  void check(Pack pack) {
    for (Segment segment : pack.segments()) {
      segmentsOf.put(segment.id(), new LinkedHashSet<>());
      membership(segment);
    }
    if (segmentsOf.values().stream().anyMatch(asked -> asked.contains(EVERY)))
      segmentsOf.put(EVERY, Set.copyOf(segmentsOf.keySet()));
    Cycles.in(segmentsOf).forEach(this::cycle);
    Place.ROOT
        .of("programme")
        .of("metrics")
        .each(pack.programme().metrics(), Metric::id, this::metric);
  }

  private void cycle(List<String> cycle) {
    String first = cycle.getFirst().equals(EVERY) ? cycle.get(1) : cycle.getFirst();
    in.sink()
        .add(
            "segment-cycle",
            Place.ROOT.of("segments").of(first).of("is"),
            String.join(" > ", cycle),
            "Who belongs to the segment depends on who belongs to it.",
            "Let one of these segments ask for something else.");
  }

  private void membership(Segment segment) {
    switch (segment.is()) {
      case Membership.Meets(var when, var unless) -> {
        rows(segment, when);
        rows(segment, unless);
      }
      case Membership.InClass _ -> readTotals.add(segment.id());
      case Membership.Attributed(var _, var attribute, var values) -> {
        if (attribute.equals(SEGMENTS)) known(segment).addAll(values);
      }
      // These look at purchases alone.
      case Membership.Rfm _, Membership.Lifecycle _ -> {}
    }
  }

  private Set<String> known(Segment segment) {
    return segmentsOf.computeIfAbsent(segment.id(), id -> new LinkedHashSet<>());
  }

  private void rows(Segment segment, Rows rows) {
    rows.byId()
        .values()
        .forEach(row ->
            Leaves.visit(
                row,
                leaf -> {
                  asked(leaf, known(segment));
                  if (Leaves.paths(leaf).anyMatch(this::isTotal)) readTotals.add(segment.id());
                }));
  }

  private boolean isTotal(String path) {
    return in.conditions().dictionary().find(path).filter(Setting::isTotal).isPresent();
  }

  /** Adds the segments that a condition asks for. */
  private void asked(Condition leaf, Set<String> segments) {
    if (leaf instanceof Condition.Holds(Operand.Attribute(var path), Value.Text(var id))
        && path.equals(SEGMENTS)) segments.add(id);
    else if (Leaves.paths(leaf).anyMatch(SEGMENTS::equals)) segments.add(EVERY);
  }

  private void metric(Place at, Metric metric) {
    Rows rows =
        switch (metric.counts()) {
          case Count.Spend(var _, var when) -> when;
          case Count.Purchases(var when) -> when;
          case Count.Events(var _, var when) -> when;
          case Count.Sum(var _, var _, var when) -> when;
          case Count.DistinctDays(var _, var when) -> when;
          case Count.PointsEarned _, Count.OfCounter _ -> Rows.NONE;
        };
    rows.byId()
        .forEach((id, row) -> {
          Set<String> segments = new LinkedHashSet<>();
          Leaves.visit(row, leaf -> asked(leaf, segments));
          segments.stream()
              .filter(this::leadsToTotals)
              .forEach(segment ->
                  in.sink()
                      .add(
                          "counts-itself",
                          at.of("counts").of("when").of(id),
                          segment,
                          "The segment \"%s\" follows from what metrics count.".formatted(segment),
                          "Ask for a segment that looks at attributes alone."));
        });
  }

  private boolean leadsToTotals(String segment) {
    Set<String> seen = new HashSet<>(Set.of(segment));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      String here = next.remove();
      if (readTotals.contains(here)) return true;
      for (String other : segmentsOf.getOrDefault(here, Set.of()))
        if (seen.add(other)) next.add(other);
    }
    return false;
  }
}
