package dev.laurel.samples.bench;

import dev.laurel.engine.binary.Attributes;
import dev.laurel.engine.decision.Decider;
import dev.laurel.engine.decision.Decision;
import dev.laurel.engine.decision.Finding;
import dev.laurel.engine.decision.Given;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.engine.fold.Fold;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.Tally;
import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import dev.laurel.rules.pack.PackResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Laurel as any user of its library calls it: a pack, a revision of it, {@link Decider#decide}. Its
 * decision holds more than is compared: postings, the state after, and what explains it.
 */
public final class Laurel implements Contender {
  @Override
  public String name() {
    return "Laurel";
  }

  @Override
  public Ready ready(List<Rule> rules) {
    PackResult.Read read = LaurelPack.read(rules);
    return new Decides(Revision.of(read.pack(), read.digest()));
  }

  /** A member as it was before a visit, and the visit. */
  public record Input(MemberState state, Event event) {}

  /** One instance of each name, as whoever reads events from JSON has it from Jackson. */
  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private static final class Decides implements Ready {
    private final Fold fold;

    Decides(Revision revision) {
      this.fold = new Fold(revision);
    }

    @Override
    public Object input(Visit visit) {
      return Laurel.input(fold, visit);
    }

    @Override
    public Object decide(Object input) {
      Input of = (Input) input;
      return fold.decider().decide(of.state(), of.event(), of.event().occurredAt(), Given.NOTHING);
    }

    @Override
    public Outcome outcome(Object decided) {
      return Laurel.outcome((Decision) decided);
    }
  }

  /** A visit as the engine takes it. */
  public static Input input(Fold fold, Visit visit) {
    Event enrolment =
        new Event(
            "bench",
            "e-" + visit.id(),
            visit.member(),
            visit.at().minus(Duration.ofDays(400)),
            new Body.Enrolment(Optional.empty(), attributes("member.", visit.facts())));
    MemberState state = fold.fold(fold.begin(visit.member()), enrolment, decision -> {});
    long[] once = new long[visit.earlier().length];
    Arrays.fill(once, Event.MICROS);
    int last = once.length == 0 ? Integer.MIN_VALUE : visit.earlier()[once.length - 1];
    MemberState known =
        new MemberState(
            state.member(),
            state.version(),
            state.asOf(),
            state.metricSet(),
            state.profile(),
            state.standings(),
            state.purses(),
            Collections.nCopies(state.tallies().size(), Tally.of(visit.earlier(), once, last)),
            state.usages(),
            once.length,
            Optional.empty());
    return new Input(known, event(visit));
  }

  /** The purchase itself. */
  public static Event event(Visit visit) {
    List<Event.Line> lines = new ArrayList<>(visit.lines().size());
    for (Map<String, Object> line : visit.lines())
      lines.add(
          new Event.Line(
              (Long) line.getOrDefault("line.amount", 0L),
              Event.MICROS,
              attributes("line.", line)));
    return new Event(
        "bench",
        visit.id(),
        visit.member(),
        visit.at(),
        new Body.Purchase(
            (Long) visit.facts().getOrDefault("purchase.amount", 0L),
            0,
            0,
            0,
            0,
            0,
            lines.size() * Event.MICROS,
            lines,
            attributes("purchase.", visit.facts())));
  }

  /**
   * The facts whose paths begin like this, amounts left out, which an event holds by themselves.
   */
  private static Map<String, Datum> attributes(String prefix, Map<String, Object> facts) {
    Map<String, Datum> attributes = new TreeMap<>();
    facts.forEach((path, fact) -> {
      if (path.startsWith(prefix) && !path.endsWith(".amount"))
        attributes.put(
            NAMES.computeIfAbsent(path, whole -> whole.substring(prefix.length())),
            Datum.of(fact instanceof Long number ? Value.of(number) : Value.of(fact.toString())));
    });
    return Attributes.of(attributes);
  }

  /** What of a decision is compared. */
  static Outcome outcome(Decision decision) {
    List<Outcome.Award> awards = new ArrayList<>();
    for (Finding finding : decision.findings())
      if (finding instanceof Finding.Fired(var rule, var given))
        awards.add(new Outcome.Award(rule, given.stream().mapToLong(Finding.Award::units).sum()));
    return Outcome.of(awards);
  }
}
